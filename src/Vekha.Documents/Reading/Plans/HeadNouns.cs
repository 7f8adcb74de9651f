namespace Vekha.Documents.Reading.Plans;

/// <summary>«Падеж» in which an executor is named.</summary>
internal enum Case { Nominative, Genitive, Dative, Accusative, Instrumental }

/// <summary>Grammar of a noun's form: its nominative and what adjectives must agree with.</summary>
/// <param name="Nominative">«управление», «главы».</param>
/// <param name="Gender">м, ж, с, or м for plurals.</param>
/// <param name="Plural">Whether the form is plural.</param>
internal sealed record NounForm(string Nominative, char Gender, bool Plural);

/// <summary>Nouns that name executors — units, bodies, posts — with their forms.</summary>
internal static class HeadNouns
{
    private const string Units = "отдел комитет департамент центр фонд союз институт университет колледж техникум клуб дом орган сектор музей театр парк аппарат отряд гарнизон участок гараж рынок магазин стадион бассейн санаторий лагерь лесхоз питомник хоспис роддом спорткомплекс водоканал горсвет факультет лицей сад детсад банк завод трест архив филиал округ кабинет профсоюз интернат дворец " +
        "лесничество бюро землячество братство содружество адвокатура управление министерство учреждение агентство предприятие общество правительство объединение отделение казначейство представительство подразделение поселение образование хозяйство ведомство товарищество сообщество училище движение " +
        "администрация служба инспекция школа библиотека организация прокуратура редакция дирекция полиция компания больница поликлиника бухгалтерия гимназия академия ассоциация федерация станция лаборатория канцелярия пресс-служба газета корпорация фирма площадка амбулатория лига епархия часть кафедра студия аптека филармония галерея диаспора община артель автошкола спортшкола автоколонна телекомпания теплосеть электросеть почта прокуратура";
    private const string Bodies = "совет штаб оргкомитет профком президиум актив педсовет методсовет консилиум собрание комиссия группа палата дума коллегия дружина команда подкомиссия";
    private const string Posts = "специалист директор заместитель руководитель начальник председатель секретарь учитель педагог библиотекарь методист координатор куратор депутат исполнитель организатор житель собственник арендатор врач психолог логопед воспитатель вожатый инструктор инженер юрист бухгалтер консультант референт помощник советник министр губернатор мэр префект аудитор заведующий управляющий член волонтер доброволец активист тренер мастер преподаватель ректор декан комендант дежурный диспетчер инспектор работник сотрудник специалист-эксперт социолог представитель предприниматель культорганизатор хормейстер балетмейстер режиссер участковый завуч классрук оператор владелец хранитель редактор корреспондент менеджер администратор ветеран эколог экономист архитектор художник программист делопроизводитель дефектолог землеустроитель докладчик атаман настоятель уполномоченный омбудсмен спасатель фермер егерь перевозчик застройщик подрядчик родитель ученик студент главврач фельдшер глава староста старшина завхоз зам замдиректора";

    private static readonly Dictionary<Case, Dictionary<string, NounForm>> Forms = Build();

    /// <summary>Whether the word names a unit, a body or a post, in the nominative singular or plural.</summary>
    public static bool IsNominative(string word) => Forms[Case.Nominative].ContainsKey(Lower(word));

    public static bool IsPlural(string word) => Forms[Case.Nominative].TryGetValue(Lower(word), out var form) && form.Plural;

    public static bool IsBody(string word) => Find(word, Case.Nominative) is { } form && BodySet.Contains(form.Nominative);

    public static bool IsPost(string word) => PostSet.Contains(Lower(word));

    public static NounForm? Find(string word, Case form) => Forms[form].GetValueOrDefault(Lower(word));

    private static readonly HashSet<string> BodySet = [.. Bodies.Split(' '), .. Bodies.Split(' ').SelectMany(b => Decline(b, 'м').Where(f => f.Case == Case.Nominative).Select(f => f.Form))];
    private static readonly HashSet<string> PostSet = [.. Posts.Split(' ')];

    private static string Lower(string word) => word.ToLowerInvariant().Replace('ё', 'е');

    private static Dictionary<Case, Dictionary<string, NounForm>> Build()
    {
        var forms = Enum.GetValues<Case>().ToDictionary(c => c, _ => new Dictionary<string, NounForm>());
        foreach (var noun in $"{Units} {Bodies} {Posts}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var gender = Gender(noun);
            foreach (var (form, inCase, plural, nominative) in Decline(noun, gender))
                forms[inCase].TryAdd(form, new NounForm(nominative, gender, plural));
        }
        return forms;
    }

    private static char Gender(string noun) => noun switch
    {
        "глава" or "староста" or "старшина" => 'м',
        _ when noun[^1] is 'о' or 'е' => 'с',
        _ when noun[^1] is 'а' or 'я' => 'ж',
        _ => 'м',
    };

    private static IEnumerable<(string Form, Case Case, bool Plural, string Nominative)> Decline(string noun, char gender)
    {
        var stem = noun[..^1];
        var hard = noun[^1] is var end && end is not ('ь' or 'й' or 'а' or 'я' or 'о' or 'е');
        var hushing = "гкхжшчщ";
        string pl;
        if (noun.EndsWith("ый", StringComparison.Ordinal) || noun.EndsWith("ий", StringComparison.Ordinal))
        {
            var adjective = noun[..^2];
            var soft = noun.EndsWith("ий", StringComparison.Ordinal);
            pl = adjective + (soft ? "ие" : "ые");
            return All(noun, pl, adjective + (soft ? "его" : "ого"), adjective + (soft ? "ему" : "ому"), adjective + (soft ? "его" : "ого"), adjective + (soft ? "им" : "ым"),
                adjective + (soft ? "их" : "ых"), adjective + (soft ? "им" : "ым"), adjective + (soft ? "ими" : "ыми"));
        }
        if (hard)
        {
            pl = noun is "директор" or "дом" ? noun + "а" : noun + (hushing.Contains(end) ? "и" : "ы");
            return All(noun, pl, noun + "а", noun + "у", noun, noun + ("жшчщц".Contains(end) ? "ем" : "ом"), noun + ("жшчщ".Contains(end) ? "ей" : "ов"), noun + "ам", noun + "ами");
        }
        if (end == 'ь') return All(noun, noun == "учитель" ? "учителя" : stem + "и", stem + "я", stem + "ю", stem + "я", stem + "ем", stem + "ей", stem + "ям", stem + "ями");
        if (end == 'й') return All(noun, stem + "и", stem + "я", stem + "ю", noun, stem + "ем", stem + "ев", stem + "ям", stem + "ями");
        if (end == 'е') return All(noun, stem + "я", stem + "я", stem + "ю", noun, stem + "ем", stem[..^1] + "ий", stem + "ям", stem + "ями");
        if (end == 'о') return All(noun, stem + "а", stem + "а", stem + "у", noun, stem + "ом", stem, stem + "ам", stem + "ами");
        if (end == 'я') return All(noun, stem + "и", stem + "и", stem + "и", stem + "ю", stem + "ей", stem[..^1] + "ий", stem + "ям", stem + "ями");
        // «площадка» — «площадок», «дружина» — «дружин».
        var genitives = stem.Length > 2 && stem[^1] == 'к' && !"аеиоуыэюя".Contains(stem[^2]) ? stem[..^1] + "ок" : stem;
        return All(noun, stem + ("гкхжшчщ".Contains(stem[^1]) ? "и" : "ы"), stem + ("гкхжшчщ".Contains(stem[^1]) ? "и" : "ы"), stem + "е", stem + "у", stem + ("жшчщц".Contains(stem[^1]) ? "ей" : "ой"), genitives, stem + "ам", stem + "ами");
    }

    private static IEnumerable<(string, Case, bool, string)> All(string noun, string plural, string genitive, string dative, string accusative, string instrumental, string genitives, string datives, string instrumentals) =>
    [
        (noun, Case.Nominative, false, noun), (plural, Case.Nominative, true, plural),
        (genitive, Case.Genitive, false, noun), (genitives, Case.Genitive, true, plural),
        (dative, Case.Dative, false, noun), (datives, Case.Dative, true, plural),
        (accusative, Case.Accusative, false, noun), (genitive, Case.Accusative, false, noun), (plural, Case.Accusative, true, plural), (genitives, Case.Accusative, true, plural),
        (instrumental, Case.Instrumental, false, noun), (instrumentals, Case.Instrumental, true, plural),
    ];
}
