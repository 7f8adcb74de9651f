using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Vekha.Web.Data;

/// <summary>A key that seals cookies and forms. In the database, so that a session begun at one process goes on at another.</summary>
public sealed class DataKey
{
    private DataKey() { }

    public string Name { get; private init; } = "";
    public string Xml { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    internal static DataKey Of(string name, XElement element, DateTimeOffset at) => new() { Name = name, Xml = element.ToString(SaveOptions.DisableFormatting), At = at };

    internal static void Map(ModelBuilder model) => model.Entity<DataKey>(key => key.ToTable("data_keys").HasKey(k => k.Name));
}

/// <summary>Where the framework keeps its keys.</summary>
internal sealed class DataKeys(IServiceScopeFactory scopes, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<VekhaDb>().Set<DataKey>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(x => XElement.Parse(x))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<VekhaDb>();
        db.Add(DataKey.Of(friendlyName, element, time.GetUtcNow()));
        db.SaveChanges();
    }
}
