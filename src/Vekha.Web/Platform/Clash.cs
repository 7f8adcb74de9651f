using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Vekha.Web.Platform;

/// <summary>Two people changed the same thing: what the second one is told, with both texts.</summary>
internal static class Clash
{
    public static IEnumerable<string> Lines(DbUpdateConcurrencyException clash)
    {
        yield return "Изменения не сохранены. Пока вы правили, запись изменил другой человек. Сравните оба текста, поправьте свой и сохраните снова.";
        foreach (var entry in clash.Entries)
        {
            var stored = entry.GetDatabaseValues();
            if (stored is null)
            {
                yield return "Записи больше нет: её удалили.";
                continue;
            }
            foreach (var line in Differences(entry, stored)) yield return line;
        }
    }

    private static IEnumerable<string> Differences(EntityEntry entry, PropertyValues stored)
    {
        foreach (var property in entry.Metadata.GetProperties().Where(p => p.PropertyInfo is not null && p.Name != "Version"))
        {
            // Only what has a Russian name is a person's business.
            if (property.PropertyInfo!.GetCustomAttribute<DisplayAttribute>()?.GetName() is not { } name) continue;
            var theirs = stored[property];
            var mine = entry.CurrentValues[property];
            if (!Equals(theirs, mine)) yield return $"{name}: сейчас записано «{theirs}», у вас «{mine}».";
        }
    }
}
