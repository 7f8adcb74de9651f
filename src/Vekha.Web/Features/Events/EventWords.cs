namespace Vekha.Web.Features.Events;

/// <summary>How people come together.</summary>
public enum EventForm
{
    /// <summary>«очно».</summary>
    OnSite,
    /// <summary>«онлайн».</summary>
    Online,
    /// <summary>«смешанно»: a hall and a link.</summary>
    Mixed,
}

/// <summary>Where an event stands. A move is no state: it is a record beside it.</summary>
public enum EventState
{
    /// <summary>«задумано»: seen only by those who prepare it.</summary>
    Conceived,
    /// <summary>«назначено».</summary>
    Appointed,
    /// <summary>«проведено».</summary>
    Held,
    /// <summary>«отменено».</summary>
    Cancelled,
}

/// <summary>How participants come onto the list.</summary>
public enum RegistrationMode
{
    /// <summary>«без регистрации».</summary>
    None,
    /// <summary>«предварительная запись» on the portal.</summary>
    Ahead,
    /// <summary>«свободный вход»: written down at the door.</summary>
    Free,
    /// <summary>«список принимающей стороны» in Excel.</summary>
    ByHost,
}

/// <summary>What was decided about an event after it was appointed.</summary>
public enum EventChangeKind
{
    /// <summary>«назначено».</summary>
    Appointed,
    /// <summary>«перенесено».</summary>
    Moved,
    /// <summary>«изменена форма проведения».</summary>
    Form,
    /// <summary>«отменено».</summary>
    Cancelled,
    /// <summary>«проведено».</summary>
    Held,
    /// <summary>«уточнено число участников».</summary>
    Counted,
    /// <summary>«отметка о проведении снята».</summary>
    Reopened,
}

/// <summary>Russian words of the closed choices of this feature.</summary>
public static class EventWords
{
    /// <summary>The usual kinds, nominative singular: the unit a norm counts. A town may write another.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["семинар", "встреча", "конференция", "круглый стол", "съёмка", "пресс-тур", "открытие", "мероприятие клуба", "обучение", "презентация", "видеомост", "мероприятие"];

    /// <summary>«съёмка»: has a crew, a list of questions and somebody who is filmed.</summary>
    public const string Filming = "съёмка";

    public static string Word(this EventForm form) => form switch { EventForm.OnSite => "очно", EventForm.Online => "онлайн", _ => "смешанно" };

    public static string Word(this EventState state) => state switch
    {
        EventState.Conceived => "задумано", EventState.Appointed => "назначено", EventState.Held => "проведено", _ => "отменено",
    };

    /// <summary>Name of the look.</summary>
    public static string Look(this EventState state) => state switch { EventState.Conceived => "wait", EventState.Appointed => "work", EventState.Held => "done", _ => "none" };

    public static string Word(this RegistrationMode mode) => mode switch
    {
        RegistrationMode.Ahead => "предварительная запись", RegistrationMode.Free => "свободный вход",
        RegistrationMode.ByHost => "список принимающей стороны", _ => "без регистрации",
    };

    public static string Word(this EventChangeKind kind) => kind switch
    {
        EventChangeKind.Appointed => "назначено", EventChangeKind.Moved => "перенесено", EventChangeKind.Form => "изменена форма проведения",
        EventChangeKind.Cancelled => "отменено", EventChangeKind.Held => "проведено", EventChangeKind.Counted => "уточнено число участников", _ => "отметка о проведении снята",
    };
}
