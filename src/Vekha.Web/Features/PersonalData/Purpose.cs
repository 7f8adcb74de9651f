using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>What in the work of a programme a purpose serves.</summary>
public enum PurposeUse
{
    /// <summary>«списки людей программы»: волонтёры, ветераны, эксперты.</summary>
    People,
    /// <summary>«участие в мероприятии»: registration, sheet, certificate.</summary>
    Registration,
    /// <summary>«фото- и видеосъёмка».</summary>
    Photo,
    /// <summary>«сведения о здоровье»: a special category.</summary>
    Health,
    /// <summary>«распространение»: what anybody may read on the portal.</summary>
    Publication,
    /// <summary>«награждение»: the act, its list, the diploma.</summary>
    Award,
}

/// <summary>«Правовое основание» of a purpose.</summary>
public enum LegalGround
{
    /// <summary>«согласие субъекта».</summary>
    Consent,
    /// <summary>«обязанность по закону»: no consent is asked.</summary>
    Statute,
    /// <summary>«договор с субъектом».</summary>
    Contract,
}

/// <summary>
/// «Цель обработки персональных данных»: what for, on what ground, which data, for how long. A consent is given to one
/// purpose and to one text of it.
/// </summary>
public sealed class Purpose
{
    /// <summary>Ten years: more than any programme of this kind lasts.</summary>
    public const int MostMonths = 120;

    private readonly List<ConsentText> texts = [];

    private Purpose() { }

    public Purpose(Guid programme, PurposeUse use) => (Id, ProgrammeId, Use) = (Guid.CreateVersion7(), programme, use);

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid ProgrammeId { get; private set; }
    public PurposeUse Use { get; private set; }

    [Display(Name = "Цель")]
    public string Title { get; private set; } = "";

    [Display(Name = "Основание")]
    public LegalGround Ground { get; private set; }

    /// <summary>The act behind a ground other than consent: «п. 4 ч. 1 ст. 16 …».</summary>
    [Display(Name = "Акт или договор")]
    public string? GroundWords { get; private set; }

    /// <summary>«Перечень данных»: «фамилия, имя, отчество», «телефон».</summary>
    public List<string> Fields { get; private set; } = [];

    [Display(Name = "Срок хранения, месяцев")]
    public int KeepMonths { get; private set; }

    /// <summary>Data are destroyed by Vekha itself when the term ends; otherwise a person confirms it.</summary>
    [Display(Name = "Уничтожать без подтверждения")]
    public bool IsAutomatic { get; private set; }

    /// <summary>Since then nobody new is asked; what was collected is kept to its end.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public IReadOnlyList<ConsentText> Texts => texts;

    /// <summary>The text that is asked now; <c>null</c> where no consent is asked or none is written yet.</summary>
    public ConsentText? Text => texts.MaxBy(t => t.Number);

    public void Describe(string? title, LegalGround ground, string? groundWords, IEnumerable<string> fields, int keepMonths, bool isAutomatic)
    {
        const string not = "Цель не сохранена";
        if (string.IsNullOrWhiteSpace(title)) throw new Refusal(not, "Она не названа", "Назовите, зачем нужны данные: «ведение списка волонтёров»") { Field = "Input.Title" };
        List<string> all = [.. fields.Select(f => f.Trim().TrimEnd(',', ';', '.')).Where(f => f.Length > 0).Distinct()];
        if (all.Count == 0) throw new Refusal(not, "Не названо, какие данные собираются", "Впишите каждое с новой строки: лишнего собирать нельзя") { Field = "Input.Fields" };
        if (keepMonths is < 1 or > MostMonths) throw new Refusal(not, $"Срок хранения {keepMonths} мес.", $"Укажите от 1 до {MostMonths} месяцев: бессрочно данные не хранят") { Field = "Input.KeepMonths" };
        if (ground != LegalGround.Consent && string.IsNullOrWhiteSpace(groundWords)) throw new Refusal(not, "Не назван закон или договор", "Без согласия данные собирают, только когда это разрешает закон: назовите статью") { Field = "Input.GroundWords" };
        if (ground != LegalGround.Consent && Use is (PurposeUse.Publication or PurposeUse.Health))
            throw new Refusal(not, $"«{Use.Word()}»: без отдельного согласия нельзя", "Выберите основанием согласие") { Field = "Input.Ground" };
        (Title, Ground, GroundWords) = (title.Trim(), ground, string.IsNullOrWhiteSpace(groundWords) ? null : groundWords.Trim());
        (Fields, KeepMonths, IsAutomatic) = (all, keepMonths, isAutomatic);
    }

    /// <summary>«Новая редакция текста». Those who agreed to an earlier one agreed to that one.</summary>
    /// <returns>The text to save, or <c>null</c> when it is what is asked already.</returns>
    public ConsentText? Write(string? words, DateTimeOffset at, string by)
    {
        if (Ground != LegalGround.Consent) return null;
        if (string.IsNullOrWhiteSpace(words)) throw new Refusal("Цель не сохранена", "Нет текста согласия", "Впишите его целиком: человек соглашается именно с этими словами") { Field = "Input.Text" };
        var clean = words.Trim().ReplaceLineEndings("\n");
        if (Text?.Words == clean) return null;
        var text = new ConsentText(Id, texts.Count + 1, clean, at, by);
        texts.Add(text);
        return text;
    }

    public void Close(DateOnly on) => ClosedOn ??= on;

    public void Reopen() => ClosedOn = null;
}

/// <summary>«Редакция текста согласия». Never edited: another wording is another text.</summary>
public sealed class ConsentText
{
    private ConsentText() { }

    internal ConsentText(Guid purpose, int number, string words, DateTimeOffset at, string by) =>
        (Id, PurposeId, Number, Words, Sha256, At, By) = (Guid.CreateVersion7(), purpose, number, words, HashOf(words), at, by);

    public Guid Id { get; private set; }
    public Guid PurposeId { get; private set; }
    public int Number { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>Hex, small letters, of the words in UTF-8.</summary>
    public string Sha256 { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string By { get; private set; } = "";

    public static string HashOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
