namespace Vekha.Web.Features.Awards;

/// <summary>«Вид награды».</summary>
public enum AwardKind
{
    /// <summary>«благодарность».</summary>
    Gratitude,
    /// <summary>«почётная грамота».</summary>
    Diploma,
    /// <summary>«благодарственное письмо».</summary>
    Letter,
}

/// <summary>Where an award stands.</summary>
public enum AwardState
{
    /// <summary>«предложен».</summary>
    Proposed,
    /// <summary>«согласован».</summary>
    Agreed,
    /// <summary>«включён в распоряжение», with its number and day.</summary>
    InAct,
    /// <summary>«вручено».</summary>
    Handed,
    /// <summary>«отклонён», with the reason.</summary>
    Declined,
}

/// <summary>Which act it is given by.</summary>
public enum ActKind
{
    /// <summary>«распоряжение».</summary>
    Order,
    /// <summary>«постановление».</summary>
    Decree,
}

/// <summary>Russian words of the closed choices of this feature.</summary>
public static class AwardWords
{
    public static string Word(this AwardKind kind) => kind switch { AwardKind.Gratitude => "благодарность", AwardKind.Diploma => "почётная грамота", _ => "благодарственное письмо" };

    /// <summary>The point of the act: «Наградить почётной грамотой согласно приложению.»</summary>
    public static string Point(this AwardKind kind) => kind switch
    {
        AwardKind.Gratitude => "Объявить благодарность согласно приложению.", AwardKind.Diploma => "Наградить почётной грамотой согласно приложению.", _ => "Вручить благодарственные письма согласно приложению.",
    };

    public static string Word(this AwardState state, ActKind act) => state switch
    {
        AwardState.Proposed => "предложен", AwardState.Agreed => "согласован", AwardState.InAct => $"включён в {act.Word()}", AwardState.Handed => "вручено", _ => "отклонён",
    };

    /// <summary>Name of the look.</summary>
    public static string Look(this AwardState state) => state switch { AwardState.Proposed => "wait", AwardState.Agreed => "yes", AwardState.InAct => "work", AwardState.Handed => "done", _ => "none" };

    public static string Word(this ActKind act) => act == ActKind.Order ? "распоряжение" : "постановление";

    /// <summary>«настоящего распоряжения», «распоряжения от …».</summary>
    public static string Genitive(this ActKind act) => act == ActKind.Order ? "распоряжения" : "постановления";

    /// <summary>«к распоряжению», «по распоряжению от …».</summary>
    public static string Dative(this ActKind act) => act == ActKind.Order ? "распоряжению" : "постановлению";

    /// <summary>«Распоряжением награждены».</summary>
    public static string Instrumental(this ActKind act) => act == ActKind.Order ? "распоряжением" : "постановлением";
}
