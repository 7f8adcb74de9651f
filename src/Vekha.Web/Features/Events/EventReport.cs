using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Events;

/// <summary>What is attached to the report about an event.</summary>
public enum AttachmentKind
{
    /// <summary>«скан листа регистрации» or the log of connections; names and signatures: two roles only.</summary>
    Sheet,
    /// <summary>«сканы согласий»; the same two roles.</summary>
    Consents,
    /// <summary>«фотография».</summary>
    Photo,
    /// <summary>«материал»: a talk, a handout, a paper of the collection.</summary>
    Material,
}

/// <summary>Who can be told on a photograph and what they agreed to.</summary>
public enum PhotoConsent
{
    /// <summary>«общий план»: nobody is the main object.</summary>
    General,
    /// <summary>«согласия есть» of everybody shown close.</summary>
    Given,
    /// <summary>«только для отчёта»: not to be published.</summary>
    ReportOnly,
}

/// <summary>«Отчёт о событии»: what was done and what is recommended; sent when the pack is complete, sent back with a reason.</summary>
public sealed class EventReport
{
    private EventReport() { }

    public EventReport(Guid eventId) => EventId = eventId;

    public Guid EventId { get; private set; }
    public int Version { get; private set; }

    [Display(Name = "Как прошло")]
    public string? Text { get; private set; }

    [Display(Name = "Рекомендации")]
    public string? Recommendations { get; private set; }

    public DateOnly? SentOn { get; private set; }
    public string? SentBy { get; private set; }

    /// <summary>Why the centre sent it back; <c>null</c> when it did not.</summary>
    public string? ReturnedWhy { get; private set; }
    public DateOnly? ReturnedOn { get; private set; }

    public bool IsSent => SentOn is not null;

    public void Write(string? text, string? recommendations)
    {
        MustBeOpen("Отчёт не сохранён");
        (Text, Recommendations) = (Clean(text), Clean(recommendations));
    }

    /// <param name="missing">What the pack lacks.</param>
    public void Send(IReadOnlyList<string> missing, DateOnly on, string by)
    {
        MustBeOpen("Отчёт не отправлен");
        if (missing.Count > 0) throw new Refusal("Отчёт не отправлен", $"Он неполный: {string.Join("; ", missing)}", "Добавьте недостающее и отправьте ещё раз");
        (SentOn, SentBy, ReturnedWhy, ReturnedOn) = (on, by, null, null);
    }

    public void SendBack(string? why, DateOnly on)
    {
        if (!IsSent) throw new Refusal("Отчёт не возвращён", "Он ещё не отправлен", "Обновите страницу");
        if (string.IsNullOrWhiteSpace(why)) throw new Refusal("Отчёт не возвращён", "Не названо, что исправить", "Напишите это: замечание увидит площадка") { Field = "why" };
        (SentOn, SentBy, ReturnedWhy, ReturnedOn) = (null, null, why.Trim(), on);
    }

    public void MustBeOpen(string what)
    {
        if (IsSent) throw new Refusal(what, "Отчёт уже отправлен", "Попросите вернуть его на доработку");
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>A file of the report.</summary>
public sealed class EventAttachment
{
    private EventAttachment() { }

    public EventAttachment(Guid eventId, AttachmentKind kind, StoredFile file, string? caption, PhotoConsent? consent, DateTimeOffset at, string by)
    {
        if (kind == AttachmentKind.Photo && consent is null) throw new Refusal("Снимок не приложен", "Не отмечено, кто на нём", "Выберите: общий план, согласия есть или только для отчёта") { Field = "consent" };
        (Id, EventId, Kind, FileId, FileName, Size) = (Guid.CreateVersion7(), eventId, kind, file.Id, file.Name, file.Size);
        (Caption, Consent, At, By) = (string.IsNullOrWhiteSpace(caption) ? null : caption.Trim(), kind == AttachmentKind.Photo ? consent : null, at, by);
    }

    public Guid Id { get; private set; }
    public Guid EventId { get; private set; }
    public AttachmentKind Kind { get; private set; }
    public Guid FileId { get; private set; }
    public string FileName { get; private set; } = "";
    public long Size { get; private set; }

    /// <summary>For a material its author and title: the list of the collection.</summary>
    public string? Caption { get; private set; }
    public PhotoConsent? Consent { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string By { get; private set; } = "";

    /// <summary>Names and signatures: for two roles only.</summary>
    public bool IsScan => Kind is AttachmentKind.Sheet or AttachmentKind.Consents;
}

/// <summary>«Сертификат» of one participant; the name stays in the registration and goes with it.</summary>
public sealed class EventCertificate
{
    private EventCertificate() { }

    public EventCertificate(Event happening, Guid registration, int number, DateOnly on) =>
        (RegistrationId, EventId, ProgrammeId, Year, Number, On) = (registration, happening.Id, happening.ProgrammeId, on.Year, number, on);

    public Guid RegistrationId { get; private set; }
    public Guid EventId { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>Numbers begin anew with the year.</summary>
    public int Year { get; private set; }
    public int Number { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>«17/2020».</summary>
    public string Words => $"{Number}/{Year}";
}

public static class ReportSets
{
    extension(VekhaDb db)
    {
        public DbSet<EventReport> EventReports => db.Set<EventReport>();
        public DbSet<EventAttachment> EventAttachments => db.Set<EventAttachment>();
        public DbSet<EventCertificate> EventCertificates => db.Set<EventCertificate>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<EventReport>(report =>
        {
            report.ToTable("event_reports").HasKey(r => r.EventId);
            report.Ignore(r => r.IsSent);
            report.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventAttachment>(attachment =>
        {
            attachment.ToTable("event_attachments").HasKey(a => a.Id);
            attachment.Ignore(a => a.IsScan);
            attachment.Property(a => a.By).HasColumnName("added_by");
            attachment.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict);
            attachment.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.FileId).OnDelete(DeleteBehavior.Restrict);
            attachment.HasIndex(a => new { a.EventId, a.Kind });
        });
        model.Entity<EventCertificate>(certificate =>
        {
            certificate.ToTable("event_certificates").HasKey(c => c.RegistrationId);
            certificate.Ignore(c => c.Words);
            certificate.Property(c => c.On).HasColumnName("on_day");
            certificate.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Restrict);
            certificate.HasIndex(c => c.EventId);
            certificate.HasIndex(c => new { c.ProgrammeId, c.Year, c.Number }).IsUnique();
        });
    }

    /// <summary>«скан листа регистрации».</summary>
    public static string Word(this AttachmentKind kind) => kind switch
    {
        AttachmentKind.Sheet => "лист регистрации",
        AttachmentKind.Consents => "согласия участников",
        AttachmentKind.Photo => "фотография",
        _ => "материал",
    };

    public static string Word(this PhotoConsent consent) => consent switch
    {
        PhotoConsent.General => "общий план, крупно никого",
        PhotoConsent.Given => "согласия тех, кто крупно, есть",
        _ => "только для отчёта, не публиковать",
    };
}
