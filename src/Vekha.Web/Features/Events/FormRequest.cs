using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>Where a request for another form stands.</summary>
public enum FormRequestState
{
    /// <summary>«ждёт решения».</summary>
    Asked,
    /// <summary>«одобрено».</summary>
    Approved,
    /// <summary>«отказано».</summary>
    Refused,
}

/// <summary>«Запрос на изменение формы проведения»: who holds an event asks, who keeps the programme decides.</summary>
public sealed class FormRequest
{
    private FormRequest() { }

    public FormRequest(Event happening, EventForm form, string? venue, string? link, string ground, DateOnly on, DateTimeOffset at, Actor by)
    {
        (Id, EventId, Form, Venue, Link, Ground) = (Guid.CreateVersion7(), happening.Id, form, venue?.Trim(), link?.Trim(), ground.Trim());
        (On, At, ById, By) = (on, at, by.PersonId, by.UnitName is { Length: > 0 } unit ? $"{by.Name}, {unit}" : by.Name);
    }

    public Guid Id { get; private set; }
    public int Version { get; private set; }
    public Guid EventId { get; private set; }
    public EventForm Form { get; private set; }
    public string? Venue { get; private set; }
    public string? Link { get; private set; }
    public string Ground { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? ById { get; private set; }
    public string By { get; private set; } = "";
    public FormRequestState State { get; private set; }
    public string? Why { get; private set; }

    public void Approve()
    {
        MustWait();
        State = FormRequestState.Approved;
    }

    public void Refuse(string? why)
    {
        MustWait();
        if (string.IsNullOrWhiteSpace(why)) throw new Refusal("Отказ не записан", "Не названа причина", "Напишите, почему форма остаётся прежней") { Field = "why" };
        (State, Why) = (FormRequestState.Refused, why.Trim());
    }

    public static Task<FormRequest?> Open(VekhaDb db, Guid happening) =>
        db.Set<FormRequest>().AsNoTracking().Where(r => r.EventId == happening && r.State == FormRequestState.Asked).OrderBy(r => r.At).FirstOrDefaultAsync();

    private void MustWait()
    {
        if (State != FormRequestState.Asked) throw new Refusal("Решение не записано", "По этому запросу оно уже есть", "Обновите страницу");
    }

    internal static void Map(ModelBuilder model) => model.Entity<FormRequest>(request =>
    {
        request.ToTable("event_form_requests").HasKey(r => r.Id);
        request.Property(r => r.On).HasColumnName("on_day");
        request.Property(r => r.By).HasColumnName("asked_by");
        request.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => new { r.EventId, r.State });
    });
}
