using System.Text;
using Vekha.Documents.Reading.Packages;

namespace Vekha.Documents.Reading.Word;

/// <summary>The lists of a Word file: counts their paragraphs and writes their numbers as Word shows them.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private sealed record Level(int Start, string Format, string Text, int? Restart, bool Legal, string? Style);

    private sealed class List
    {
        public readonly Level?[] Levels = new Level?[WordNumbering.Levels];
        public readonly int?[] Counts = new int?[WordNumbering.Levels];
        public string? StyleLink;
        public string? StyleOf;
    }

    private sealed class Instance
    {
        public int ListId;
        public readonly Level?[] Overrides = new Level?[Levels];
        public readonly int?[] Starts = new int?[Levels];
    }

    private readonly Dictionary<int, List> lists = [];
    private readonly Dictionary<int, Instance> instances = [];

    public static WordNumbering Read(XmlPart? xml)
    {
        var numbering = new WordNumbering();
        if (xml is null) return numbering;
        while (xml.Read())
        {
            if (!xml.IsElement()) continue;
            if (xml.Name == "abstractNum" && int.TryParse(xml.Own("abstractNumId"), out var listId)) numbering.lists[listId] = ReadList(xml);
            else if (xml.Name == "num" && int.TryParse(xml.Own("numId"), out var id)) numbering.instances[id] = ReadInstance(xml);
            else if (xml.Name is "numPicBullet") xml.Skip();
        }
        return numbering;
    }

    private static List ReadList(XmlPart xml)
    {
        var list = new List();
        if (xml.IsEmpty) return list;
        var depth = xml.Depth;
        while (xml.Within(depth))
            if (xml.Name == "styleLink") list.StyleOf = xml.Own("val");
            else if (xml.Name == "numStyleLink") list.StyleLink = xml.Own("val");
            else if (xml.Name == "lvl" && LevelIndex(xml) is { } index) list.Levels[index] = ReadLevel(xml);
        return list;
    }

    private static Instance ReadInstance(XmlPart xml)
    {
        var instance = new Instance();
        if (xml.IsEmpty) return instance;
        var depth = xml.Depth;
        int? index = null;
        while (xml.Within(depth))
            if (xml.Name == "abstractNumId") instance.ListId = WordStyles.Number(xml) ?? -1;
            else if (xml.Name == "lvlOverride") index = LevelIndex(xml);
            else if (xml.Name == "startOverride" && index is { } i) instance.Starts[i] = WordStyles.Number(xml);
            else if (xml.Name == "lvl" && LevelIndex(xml) is { } j) instance.Overrides[j] = ReadLevel(xml);
        return instance;
    }

    private static int? LevelIndex(XmlPart xml) => int.TryParse(xml.Own("ilvl"), out var level) && level is >= 0 and < Levels ? level : null;

    private static Level ReadLevel(XmlPart xml)
    {
        var level = new Level(1, "decimal", "", null, false, null);
        if (xml.IsEmpty) return level;
        var depth = xml.Depth;
        while (xml.Within(depth))
            level = xml.Name switch
            {
                "start" => level with { Start = WordStyles.Number(xml) ?? 1 },
                "numFmt" => level with { Format = xml.Own("val") ?? "decimal" },
                "lvlText" => level with { Text = xml.Own("val") ?? "" },
                "lvlRestart" => level with { Restart = WordStyles.Number(xml) },
                "isLgl" => level with { Legal = WordStyles.On(xml) },
                "pStyle" => level with { Style = xml.Own("val") },
                _ => level,
            };
        return level;
    }

    /// <summary>The level a style stands for in a list («Заголовок 2» is the second).</summary>
    public int LevelOf(int numberingId, string? style)
    {
        if (style is null || !instances.TryGetValue(numberingId, out var instance) || ListOf(instance) is not { } list) return 0;
        return Math.Max(0, Array.FindIndex(list.Levels, l => l?.Style == style));
    }

    /// <summary>Counts a paragraph of a list and gives its number as shown; <c>null</c> where nothing is shown.</summary>
    public string? Next(int numberingId, int index)
    {
        if (!instances.TryGetValue(numberingId, out var instance) || ListOf(instance) is not { } list || index is < 0 or >= Levels) return null;
        var level = instance.Overrides[index] ?? list.Levels[index];
        if (level is null) return null;
        if (instance.Starts[index] is { } start)
        {
            // A list that starts anew does so once, where it is first used.
            list.Counts[index] = start;
            instance.Starts[index] = null;
        }
        else list.Counts[index] = list.Counts[index] is { } count ? count + 1 : level.Start;
        for (var deeper = index + 1; deeper < Levels; deeper++)
            if ((instance.Overrides[deeper] ?? list.Levels[deeper])?.Restart is not { } restart || restart > index) list.Counts[deeper] = null;
        return Shown(level, instance, list, index) is { Length: > 0 } shown ? shown : null;
    }

    private static string Shown(Level level, Instance instance, List list, int index)
    {
        if (level.Format == "bullet") return Bullet(level.Text);
        if (level.Format == "none" && !level.Text.Contains('%')) return level.Text.Trim();
        var shown = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] != '%' || i + 1 == level.Text.Length || level.Text[i + 1] is < '1' or > '9')
            {
                shown.Append(level.Text[i]);
                continue;
            }
            var other = level.Text[++i] - '1';
            var format = other == index ? level : instance.Overrides[other] ?? list.Levels[other];
            if (format is null) continue;
            shown.Append(NumberFormat.Of(list.Counts[other] ?? format.Start, level.Legal && format.Format != "none" ? "decimal" : format.Format));
        }
        return shown.ToString().Trim();
    }

    /// <summary>Signs of symbol fonts have no meaning outside them.</summary>
    private static string Bullet(string text) => text.Trim() switch
    {
        "" => "",
        ['-' or '–' or '—' or '*' or '•' or '+'] dash => dash,
        [>= '\uF000' and <= '\uF0FF', ..] or ['o' or '§' or '·'] => "•",
        var other => other,
    };

    /// <summary>A list may borrow its levels from a list style.</summary>
    private List? ListOf(Instance instance)
    {
        if (!lists.TryGetValue(instance.ListId, out var list)) return null;
        return list.StyleLink is null || Array.Exists(list.Levels, l => l is not null)
            ? list
            : lists.Values.FirstOrDefault(l => l.StyleOf == list.StyleLink) ?? list;
    }
}
