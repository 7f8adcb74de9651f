using Vekha.Documents.Writing;
using Vekha.Web.Features.Plans;
using Vekha.Wording;

namespace Vekha.Web.Features.Awards;

/// <summary>Papers of a list: the draft of the act with its appendix, the list of diplomas, the diplomas themselves.</summary>
internal static class AwardPapers
{
    /// <summary>«Проект распоряжения»: heading, ground, numbered points, signature, appendix with the list. Signed, it bears its number and no mark of a draft.</summary>
    /// <param name="issuer">«Администрация Петровского городского округа».</param>
    /// <param name="unit">Who prepares and hands over.</param>
    /// <param name="handing">«на торжественном собрании 15 декабря 2023 г.», or <c>null</c>.</param>
    public static Paper Act(AwardList list, IReadOnlyList<Award> awards, string issuer, string unit, string? handing, DateOnly on)
    {
        var (number, day) = (awards.Select(a => a.ActNumber).FirstOrDefault(), awards.Select(a => a.ActOn).FirstOrDefault());
        var (what, requisites) = (list.Act, $"от {(day is { } d ? Ru.Digits(d) : "__.__.____")} № {number ?? "______"}");
        string[] points =
        [
            .. awards.Select(a => a.Kind).Distinct().Order().Select(k => k.Point()),
            $"Организовать вручение наград{(handing is null ? "" : $" {handing}")}. Ответственный исполнитель: {unit}.",
            $"Контроль за выполнением настоящего {what.Genitive()} {(list.Control is { } control ? control.TrimEnd('.') : "оставляю за собой")}.",
            $"Настоящее {what.Word()} вступает в силу со дня подписания.",
        ];
        return new()
        {
            Corner = number is null ? [new CornerBlock.Draft()] : [],
            Title = $"{issuer.ToUpperInvariant()}\n\n{what.Word().ToUpperInvariant()}",
            Lead = [requisites],
            Issuer = issuer,
            Made = day ?? on,
            Body =
            [
                new PaperParagraph(list.Subject, Bold: true) { Alignment = PaperAlignment.Center, Before = 12 },
                new PaperParagraph($"{(list.Ground is { } ground ? $"В соответствии с {ground.TrimEnd('.', ',', ':')}" : "В целях поощрения")}{(list.Merit is { } merit ? $", за {merit.TrimEnd('.')}" : "")}:") { Before = 12 },
                .. points.Select((p, i) => new PaperParagraph($"{i + 1}. {p}")),
                new PaperSigned(new(list.SignPost, list.SignName)),
                new PaperPageBreak(),
                new PaperCorner(new CornerBlock.Appendix($"{what.Dative()} {requisites}")),
                new PaperParagraph("СПИСОК\nнаграждаемых", Bold: true) { Alignment = PaperAlignment.Center },
                Table(awards),
            ],
        };
    }

    /// <summary>«Грамоты»: the list by which they are printed, signed for and handed over.</summary>
    public static Paper Sheet(AwardList list, IReadOnlyList<Award> awards, Programme programme, DateOnly on) => new()
    {
        Title = $"Список грамот и благодарностей\n{list.Title}",
        Orientation = PaperOrientation.Landscape,
        Lead = [$"{programme.Name}, {programme.Territory}", $"на {Ru.PaperDay(on)}"],
        Made = on,
        Body =
        [
            new PaperTable("Грамоты",
                [new("№ п/п", 1.2, PaperAlignment.Center), new("Кто награждается", 5), new("Должность, место работы", 4), new("Награда", 3), new("За что", 6), new("Проект", 4), new("Кто представил", 4), new("Акт", 3), new("Вручено", 2.2, PaperAlignment.Center), new("Подпись", 2.4)],
                [.. awards.Select((a, i) => PaperRow.Of(i + 1, a.Name, a.Post, a.Kind.Word(), a.Merit, a.ObjectName, a.Nominator, a.ActNumber is { } number ? $"№ {number} от {Ru.Digits(a.ActOn!.Value)}" : a.State.Word(list.Act), a.HandedOn, ""))]) { Description = "Награждаемые по видам наград" },
        ],
        Signatures = [new(list.SignPost, list.SignName)],
    };

    /// <summary>The diplomas ready for print, one a page.</summary>
    public static Paper Diplomas(AwardList list, IReadOnlyList<Award> awards, string issuer, DateOnly on) => new()
    {
        Title = issuer,
        HidesPageNumbers = true,
        Issuer = issuer,
        Made = on,
        Body = [.. awards.SelectMany((a, i) => Diploma(list, a, issuer, isFirst: i == 0))],
    };

    private static IEnumerable<PaperBlock> Diploma(AwardList list, Award award, string issuer, bool isFirst) =>
    [
        .. isFirst ? Array.Empty<PaperBlock>() : [new PaperPageBreak(), Middle(issuer, 14, 6, bold: true)],
        Middle(award.Kind.Word().ToUpperInvariant(), 30, 96, bold: true),
        // «объявляется Берёзову Илье Олеговичу»; where nobody has written the dative, «награждается Берёзов Илья Олегович».
        Middle(award.Kind == AwardKind.Diploma || award.NameDative is null ? "награждается" : award.Kind == AwardKind.Gratitude ? "объявляется" : "вручается", 16, 48),
        Middle(award.Kind == AwardKind.Diploma ? award.Name : award.NameDative ?? award.Name, 24, 18, bold: true),
        .. award.Post is { } post ? [Middle(post, 14, 6)] : Array.Empty<PaperBlock>(),
        Middle($"за {award.Merit.TrimEnd('.')}", 16, 36),
        .. award.ObjectName is { } about ? [Middle(about, 14, 12)] : Array.Empty<PaperBlock>(),
        new PaperParagraph("") { Before = 96 },
        new PaperSigned(new(list.SignPost, list.SignName)),
        Middle(award.ActNumber is { } number ? $"{Ru.Capital(list.Act.Word())} от {Ru.Digits(award.ActOn!.Value)} № {number}" : $"{Ru.Capital(list.Act.Word())} от __.__.____ № ______", 11, 48),
    ];

    private static PaperParagraph Middle(string text, double points, double before, bool bold = false) => new(text, bold) { Alignment = PaperAlignment.Center, Points = points, Before = before };

    private static PaperTable Table(IReadOnlyList<Award> awards) =>
        new("Награждаемые", [new("№ п/п", 1.2, PaperAlignment.Center), new("Фамилия, имя, отчество, организация", 6), new("Должность, место работы", 4), new("За что", 6)],
        [
            .. awards.GroupBy(a => a.Kind).OrderBy(g => g.Key).SelectMany(g => g.Select((a, i) => PaperRow.Of(i + 1, a.Name, a.Post, $"за {a.Merit}{(a.ObjectName is { } about ? $" ({about})" : "")}")).Prepend(new PaperRow.Stage(Ru.Capital(g.Key.Word())))),
        ]) { Description = "Приложение: кого и за что награждают" };
}
