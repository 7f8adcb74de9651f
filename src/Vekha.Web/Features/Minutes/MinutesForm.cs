using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Minutes;

/// <summary>The head of the minutes as it is typed.</summary>
public sealed class MinutesForm
{
    public int Version { get; set; }

    [Display(Name = "Что составляете")]
    public MinutesKind Kind { get; set; }

    [Display(Name = "Чьё заседание"), StringLength(300)]
    public string? Body { get; set; }

    [Display(Name = "О чём"), StringLength(500)]
    public string? Subject { get; set; }

    [Display(Name = "Дата заседания")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Место"), StringLength(300)]
    public string? Place { get; set; }

    [Display(Name = "Должность председательствующего"), StringLength(300)]
    public string? ChairPost { get; set; }

    [Display(Name = "Председательствующий, И.О. Фамилия"), StringLength(100)]
    public string? ChairName { get; set; }

    [Display(Name = "Секретарь, И.О. Фамилия"), StringLength(100)]
    public string? Secretary { get; set; }

    [Display(Name = "Присутствовали"), StringLength(20000)]
    public string? Present { get; set; }

    [Display(Name = "Приглашённые"), StringLength(10000)]
    public string? Invited { get; set; }

    public MinutesHead Head => new() { Kind = Kind, Body = Body, Subject = Subject, Day = Day, Place = Place, ChairPost = ChairPost, ChairName = ChairName, Secretary = Secretary, Present = Present, Invited = Invited };

    public static MinutesForm Of(MeetingMinutes m) => new()
    {
        Version = m.Version, Kind = m.Kind, Body = m.Body, Subject = m.Subject, Day = m.Day, Place = m.Place, ChairPost = m.ChairPost, ChairName = m.ChairName, Secretary = m.Secretary,
        Present = string.Join('\n', m.Present), Invited = string.Join('\n', m.Invited),
    };
}
