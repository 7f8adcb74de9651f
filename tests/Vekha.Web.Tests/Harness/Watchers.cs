using System.Runtime.CompilerServices;

namespace Vekha.Web.Tests.Harness;

/// <summary>A hundred applications in one process would use up the watchers of files that a system gives a user.</summary>
internal static class Watchers
{
    [ModuleInitializer]
    internal static void Poll()
    {
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
