using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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

    /// <summary>The form now shows both texts: sent once more, it is about the version the person has seen.</summary>
    public static void LookAtTheNewVersion(DbUpdateConcurrencyException clash, ModelStateDictionary state)
    {
        if (clash.Entries is not [var entry] || entry.GetDatabaseValues()?["Version"] is not int version) return;
        foreach (var field in state.Keys.Where(k => k == "Version" || k.EndsWith(".Version", StringComparison.Ordinal)).ToList())
            state.SetModelValue(field, version, version.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Differences(EntityEntry entry, PropertyValues stored)
    {
        foreach (var property in entry.Metadata.GetProperties().Where(p => p.PropertyInfo is not null && p.Name != "Version"))
        {
            // Only what has a Russian name is a person's business.
            if (property.PropertyInfo!.GetCustomAttribute<DisplayAttribute>()?.GetName() is not { } name) continue;
            var theirs = stored[property];
            var mine = entry.CurrentValues[property];
            if (Equals(theirs, mine)) continue;
            // A key or a word of the code would tell a person nothing.
            yield return (theirs ?? mine) is Guid or Enum
                ? $"{name}: другой человек выбрал иначе."
                : $"{name}: сейчас записано «{theirs}», у вас «{mine}».";
        }
    }
}
