using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Reminders;

/// <summary>«Прочитано до»: how far a job has read the journal; moved in the same save as what it made of the entries.</summary>
public sealed class JournalCursor
{
    private JournalCursor() { }

    internal JournalCursor(string name, long entry) => (Name, Entry) = (name, entry);

    public string Name { get; private init; } = "";

    /// <summary>The last entry read.</summary>
    public long Entry { get; private set; }

    public void MoveTo(long entry) => Entry = Math.Max(Entry, entry);

    internal static void Map(ModelBuilder model) => model.Entity<JournalCursor>(cursor => cursor.ToTable("journal_cursors").HasKey(c => c.Name));
}

public static class JournalCursorSets
{
    extension(VekhaDb db)
    {
        public DbSet<JournalCursor> JournalCursors => db.Set<JournalCursor>();
    }
}
