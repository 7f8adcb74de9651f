using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>What an example adds to its document: whose it is, how it counts, a made-up head who approved it, and the day it is shown on.</summary>
/// <param name="Sample">The document, without its ending.</param>
/// <param name="Name">What people call the programme.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Territory">Where.</param>
/// <param name="Policy">How it counts.</param>
/// <param name="Approval">Who approved it; made up.</param>
/// <param name="ShownOn">A day in the middle of its life.</param>
internal sealed record ExampleProgramme(string Sample, string Name, string Owner, string Territory, DeadlinePolicy Policy, Approval Approval, DateOnly ShownOn)
{
    /// <summary>The unit that stands behind a name which is not a unit's: a person of the document, a row without executors («»).</summary>
    public IReadOnlyDictionary<string, string> Behind { get; init; } = new Dictionary<string, string>();

    /// <summary>«Руководители МОУО» → fifteen committees: the members of a class of executors.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The five, in the order of the list of samples.</summary>
    public static readonly IReadOnlyList<ExampleProgramme> All =
    [
        new("khimki-portal", "Краеведческий портал Химок", ExampleOrganisations.Khimki, "городской округ Химки", DeadlinePolicy.Municipal,
            new(new(2020, 8, 17), "Глава городского округа Химки", "С.П. Орлов", null), new(2020, 11, 2)),
        new("equal-opportunities", "Равные возможности детям", ExampleOrganisations.Leningrad, "Ленинградская область", DeadlinePolicy.Municipal,
            new(new(2017, 9, 4), "Председатель комитета общего и профессионального образования Ленинградской области", "А.К. Рогов", "распоряжением комитета от 04.09.2017 № 214-р"), new(2017, 11, 20))
        {
            Behind = new Dictionary<string, string>
            {
                ["Федоренко И.П."] = ExampleOrganisations.CommitteeOf("Всеволожского района"),
                ["Грачева Н.Л."] = ExampleOrganisations.CommitteeOf("Тосненского района"),
                ["Пыльцына С.Е."] = ExampleOrganisations.CommitteeOf("города Сосновый Бор"),
            },
            Members = new Dictionary<string, IReadOnlyList<string>>
            {
                ["Руководители МОУО"] = Fifteen, ["Руководители МОУО в 15 районах Ленинградской области"] = Fifteen,
            },
        },
        new("novokuznetsk-400", "400-летие Новокузнецка", ExampleOrganisations.Novokuznetsk, "город Новокузнецк", DeadlinePolicy.Municipal with { TimeZoneId = "Asia/Novokuznetsk" },
            new(new(2017, 3, 1), "Глава города Новокузнецка", "В.Д. Стрельцов", "распоряжением администрации города от 01.03.2017 № 311"), new(2017, 4, 3)),
        new("petrovsky-mediaplan", "Медиаплан инициативных проектов", ExampleOrganisations.Petrovsky, "Петровский городской округ", DeadlinePolicy.Stavropol,
            new(new(2023, 2, 6), "Глава Петровского городского округа", "Н.Ф. Савина", "постановлением администрации от 06.02.2023 № 187"), new(2023, 7, 5)),
        new("resource-environment", "Ресурсная среда", ExampleOrganisations.Resource, "Российская Федерация", DeadlinePolicy.Municipal,
            new(new(2020, 2, 25), "Директор Ресурсного центра в сфере национальных отношений", "Л.М. Курбатова", null), new(2020, 10, 15))
        {
            Behind = new Dictionary<string, string> { [""] = ExampleOrganisations.Resource },
        },
    ];

    private static IReadOnlyList<string> Fifteen => [.. ExampleOrganisations.FifteenDistricts.Select(ExampleOrganisations.CommitteeOf)];
}
