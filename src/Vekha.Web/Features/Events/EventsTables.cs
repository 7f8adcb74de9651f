using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Events;

/// <summary>The tables of events.</summary>
public static class EventsTables
{
    extension(VekhaDb db)
    {
        public DbSet<Event> Events => db.Set<Event>();
        public DbSet<EventSeats> EventSeats => db.Set<EventSeats>();
        public DbSet<EventSeries> EventSeries => db.Set<EventSeries>();
        public DbSet<EventResource> EventResources => db.Set<EventResource>();
        public DbSet<EventBooking> EventBookings => db.Set<EventBooking>();
        public DbSet<EventItem> EventItems => db.Set<EventItem>();
        public DbSet<Registration> Registrations => db.Set<Registration>();
        public DbSet<LetterTemplate> LetterTemplates => db.Set<LetterTemplate>();
        public DbSet<EventLetter> EventLetters => db.Set<EventLetter>();
        public DbSet<HostLink> HostLinks => db.Set<HostLink>();
    }

    public static void Map(ModelBuilder model)
    {
        MapEvent(model);
        model.Entity<EventSeats>().ToTable("event_seats").HasKey(s => s.EventId);
        model.Entity<EventChange>(change =>
        {
            change.ToTable("event_changes").HasKey(c => c.Id);
            change.Property(c => c.On).HasColumnName("on_day");
            change.Property(c => c.By).HasColumnName("decided_by");
            change.Property(c => c.Before).HasColumnName("value_before");
            change.Property(c => c.After).HasColumnName("value_after");
        });
        model.Entity<EventSeries>(series =>
        {
            series.ToTable("event_series").HasKey(s => s.Id);
            series.HasOne<Programme>().WithMany().HasForeignKey(s => s.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EventItem>(item =>
        {
            item.ToTable("event_items").HasKey(i => i.Id);
            item.Property(i => i.From).HasColumnName("begins");
            item.HasOne<Event>().WithMany().HasForeignKey(i => i.EventId).OnDelete(DeleteBehavior.Restrict);
            item.HasIndex(i => new { i.EventId, i.Position });
        });
        MapResources(model);
    }

    private static void MapEvent(ModelBuilder model) => model.Entity<Event>(happening =>
    {
        happening.ToTable("events").HasKey(e => e.Id);
        happening.Ignore(e => e.Time);
        happening.Ignore(e => e.IsAhead);
        happening.Ignore(e => e.Place);
        happening.Property(e => e.IsOnRoute).HasDefaultValue(false).ValueGeneratedNever();
        happening.Ignore(e => e.PresentWords);
        happening.HasOne<Programme>().WithMany().HasForeignKey(e => e.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
        happening.HasOne<Organisation>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        happening.HasOne<Organisation>().WithMany().HasForeignKey(e => e.TerritoryId).OnDelete(DeleteBehavior.Restrict);
        happening.HasOne<EventSeries>().WithMany().HasForeignKey(e => e.SeriesId).OnDelete(DeleteBehavior.Restrict);
        happening.HasOne(e => e.Seats).WithOne().HasForeignKey<EventSeats>(s => s.EventId);
        happening.HasMany(e => e.Changes).WithOne().HasForeignKey(c => c.EventId);
        // Lists and calendars of a programme, of a unit, of everybody.
        happening.HasIndex(e => new { e.ProgrammeId, e.Day });
        happening.HasIndex(e => new { e.UnitId, e.Day });
        happening.HasIndex(e => new { e.IsPublic, e.State, e.Day });
        happening.HasIndex(e => e.MeasureId);
        happening.HasIndex(e => e.ObjectId);
        happening.HasIndex(e => new { e.SeriesId, e.SeriesNumber });
        // Reminders: what begins soon.
        happening.HasIndex(e => new { e.State, e.StartsAt });
    });

    private static void MapResources(ModelBuilder model)
    {
        model.Entity<EventResource>(resource =>
        {
            resource.ToTable("event_resources").HasKey(r => r.Id);
            resource.HasOne<Programme>().WithMany().HasForeignKey(r => r.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
            resource.HasIndex(r => new { r.ProgrammeId, r.Kind, r.Name }).IsUnique();
        });
        model.Entity<EventBooking>(booking =>
        {
            booking.ToTable("event_bookings").HasKey(b => new { b.EventId, b.ResourceId });
            booking.HasOne<Event>().WithMany().HasForeignKey(b => b.EventId).OnDelete(DeleteBehavior.Restrict);
            booking.HasOne<EventResource>().WithMany().HasForeignKey(b => b.ResourceId).OnDelete(DeleteBehavior.Restrict);
            booking.HasIndex(b => new { b.ResourceId, b.StartsAt });
        });
    }
}
