namespace Vekha.Web.Features.Accounts;

/// <summary>The organisations of the example programmes, named as their documents name them; by a short name where the document has one.</summary>
public static class ExampleOrganisations
{
    public const string Khimki = "Администрация городского округа Химки";
    public const string Leningrad = "Комитет общего и профессионального образования Ленинградской области";
    public const string Novokuznetsk = "Администрация города Новокузнецка";
    public const string Petrovsky = "Администрация Петровского городского округа Ставропольского края";
    public const string Resource = "Ресурсный центр в сфере национальных отношений";

    /// <summary>Districts of the first and of the second stage of «Равные возможности детям».</summary>
    public static readonly IReadOnlyList<string> FirstDistricts = ["Всеволожского района", "Тосненского района", "города Сосновый Бор"];

    /// <inheritdoc cref="FirstDistricts"/>
    public static readonly IReadOnlyList<string> FifteenDistricts =
    [
        "Бокситогорского района", "Волховского района", "Волосовского района", "Выборгского района", "Гатчинского района",
        "Кингисеппского района", "Кировского района", "Киришского района", "Лодейнопольского района", "Ломоносовского района",
        "Лужского района", "Подпорожского района", "Приозерского района", "Сланцевского района", "Тихвинского района",
    ];

    /// <summary>«Комитет образования Тосненского района».</summary>
    public static string CommitteeOf(string district) => $"Комитет образования {district}";

    internal static IEnumerable<Organisation> All() =>
    [
        .. Town(Khimki, "Администрация Химок", "городской округ Химки",
            ("Управление «Проектный офис»", "Проектный офис", OrganisationKind.Unit),
            ("Управление по образованию Администрации", "Управление по образованию", OrganisationKind.Unit),
            ("Управление социальных коммуникаций Администрации", "Управление социальных коммуникаций", OrganisationKind.Unit),
            ("Управление культуры Администрации", "Управление культуры", OrganisationKind.Unit),
            ("МКУ «Управление информационной политики»", null, OrganisationKind.Subordinate),
            ("МКУ «Управление делами Администрации»", "МКУ «Управление делами»", OrganisationKind.Subordinate),
            ("Территориальные управления микрорайонов", null, OrganisationKind.TerritorialOffice),
            ("Координационный совет", null, OrganisationKind.CollegialBody),
            ("Рабочие группы", null, OrganisationKind.CollegialBody)),
        .. Region(),
        .. Town(Novokuznetsk, "Администрация Новокузнецка", "город Новокузнецк",
            [.. NovokuznetskUnits.Select(n => (n, (string?)null, OrganisationKind.Unit)),
                ("ГКУ «Центр занятости населения»", null, OrganisationKind.Outside),
                ("Департамент охраны здоровья населения Кемеровской области в городе Новокузнецке", null, OrganisationKind.Outside)]),
        .. Town(Petrovsky, "Администрация Петровского округа", "Петровский городской округ",
            ("Финансовое управление администрации Петровского городского округа", "финансовое управление АПГОСК", OrganisationKind.Unit),
            ("ГКУ ДПО «Учебный центр Министерства финансов Ставропольского края»", null, OrganisationKind.Outside)),
        // No authority: a public organisation with a list of channels of its own.
        .. Headed(OrganisationKind.Outside, Resource, null, "Российская Федерация",
            ("региональные ресурсные центры", null, OrganisationKind.Subordinate),
            ("пилотные площадки", null, OrganisationKind.Outside)),
    ];

    private static readonly string[] NovokuznetskUnits =
    [
        "Управление по транспорту и связи", "Управление потребительского рынка и развития предпринимательства", "УДКХ и Б", "Управление культуры",
        "Управление опеки и попечительства", "Комитет образования и науки", "Комитет по физической культуре, спорту и туризму",
        "Комитет социальной защиты", "Комитет по делам молодежи", "Комитет ЖКХ", "Управление по учету и приватизации жилых помещений",
        "Управление капитального строительства", "Комитет градостроительства и земельных ресурсов", "Отдел экономики", "Отдел промышленности",
        "Отдел общественных отношений", "Отдел документационного и организационного обеспечения", "Отдел по работе со СМИ",
    ];

    /// <summary>The committee of the region, its institute, the committees of eighteen districts, two institutions of one of them.</summary>
    private static IEnumerable<Organisation> Region()
    {
        Organisation[] above = [.. Town(Leningrad, "КОПО", "Ленинградская область", ("Ленинградский областной институт развития образования", "ЛОИРО", OrganisationKind.Subordinate))];
        Organisation[] committees = [.. FirstDistricts.Concat(FifteenDistricts).Select(d => Organisation.Found(CommitteeOf(d), OrganisationKind.EducationAuthority, above[0], territory: Nominative(d)))];
        var split = committees.Single(c => c.Name == CommitteeOf("Кингисеппского района"));
        return [.. above, .. committees, Organisation.Found("Центр творческого развития Кингисеппского района", OrganisationKind.Subordinate, split), Organisation.Found("Школа № 3 города Кингисеппа", OrganisationKind.School, split)];
    }

    // «Тосненского района» → «Тосненский район», «города Сосновый Бор» → «Сосновый Бор».
    private static string Nominative(string district) => district.Replace("ского района", "ский район", StringComparison.Ordinal).Replace("города ", "", StringComparison.Ordinal);

    private static IEnumerable<Organisation> Town(string name, string? shortName, string territory, params (string Name, string? Short, OrganisationKind Kind)[] units) =>
        Headed(OrganisationKind.Administration, name, shortName, territory, units);

    private static IEnumerable<Organisation> Headed(OrganisationKind kind, string name, string? shortName, string territory, params (string Name, string? Short, OrganisationKind Kind)[] units)
    {
        var town = Organisation.Found(name, kind, shortName: shortName, territory: territory);
        return [town, .. units.Select(u => Organisation.Found(u.Name, u.Kind, town, u.Short))];
    }
}
