using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace Vekha.Web.Data;

/// <summary>
/// Brings up SQLite from the packages we can have (docs/decisions/0002): the managed core 2.0.6 stands in for the newer
/// one the data provider was built against, and the native library is the system's own <c>libsqlite3</c>.
/// </summary>
/// <remarks>Must run before the first SQLite type is touched; every entry point of the web application calls it.</remarks>
public static class SqliteLoader
{
    private static readonly Lock Gate = new();
    private static bool ready;

    /// <summary>The version of the native library, for the start-up line and the health page.</summary>
    public static string NativeVersion { get; private set; } = "";

    /// <summary>True when the system had no <c>libsqlite3</c> and the old one shipped beside the application is used.</summary>
    public static bool UsesFallback { get; private set; }

    public static void EnsureLoaded()
    {
        lock (Gate)
        {
            if (ready) return;
            AnswerForTheCore();
            NativeVersion = SetTheProvider();
            ready = true;
        }
    }

    // Microsoft.Data.Sqlite asks for SQLitePCLRaw.core 2.1: the runtime refuses a lower version by itself, a handler may give it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AnswerForTheCore()
    {
        var core = typeof(raw).Assembly;
        AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == "SQLitePCLRaw.core" ? core : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string SetTheProvider()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Find);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return raw.sqlite3_libversion().utf8_to_string();
    }

    private static nint Find(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3") return 0;
        foreach (var system in new[] { "libsqlite3.so.0", "libsqlite3.0.dylib", "winsqlite3.dll" })
            if (NativeLibrary.TryLoad(system, out var handle)) return handle;
        UsesFallback = true;
        return NativeLibrary.Load(name, assembly, path);
    }
}
