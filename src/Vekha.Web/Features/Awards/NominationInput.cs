using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Awards;

/// <summary>What the form of somebody awarded asks.</summary>
public sealed class NominationInput
{
    [Display(Name = "Кто")]
    public bool IsOrganisation { get; set; }

    [Display(Name = "Фамилия, имя, отчество или название организации"), StringLength(300)]
    public string? Name { get; set; }

    [Display(Name = "Кому: в дательном падеже"), StringLength(300)]
    public string? NameDative { get; set; }

    [Display(Name = "Должность, место работы"), StringLength(300)]
    public string? Post { get; set; }

    [Display(Name = "Кто представил"), StringLength(300)]
    public string? Nominator { get; set; }

    [Display(Name = "Награда")]
    public AwardKind Kind { get; set; } = AwardKind.Letter;

    [Display(Name = "За что: продолжите слово «за»"), StringLength(500)]
    public string? Merit { get; set; }

    [Display(Name = "Проект, объект")]
    public Guid? ObjectId { get; set; }

    [Display(Name = "Согласие подписано")]
    public DateOnly? AgreedOn { get; set; }

    [Display(Name = "Где лежит бумага"), StringLength(300)]
    public string? Place { get; set; }

    public int Version { get; set; }

    public static NominationInput Of(Award a) => new()
    {
        IsOrganisation = a.IsOrganisation, Name = a.Name, NameDative = a.NameDative, Post = a.Post, Nominator = a.Nominator, Kind = a.Kind, Merit = a.Merit, ObjectId = a.ObjectId, Version = a.Version,
    };

    public Nomination Said(string? objectName) => new()
    {
        IsOrganisation = IsOrganisation, Name = Name ?? "", NameDative = NameDative, Post = Post, Nominator = Nominator ?? "", Kind = Kind, Merit = Merit, ObjectId = objectName is null ? null : ObjectId, ObjectName = objectName,
    };
}
