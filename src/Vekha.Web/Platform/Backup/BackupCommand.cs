using Vekha.Wording;

namespace Vekha.Web.Platform.Backup;

/// <summary>«./run backup» and «./run restore».</summary>
internal static class BackupCommand
{
    private const string Usage = """
        ./run backup [FILE] [--data DIR] [--database URL]    writes all rows and attached files into one archive;
                                                            people may go on working. FILE: vekha-ДАТА.zip unless said otherwise
        ./run restore FILE [--data DIR] [--database URL]     puts a backup into an empty installation, on SQLite or PostgreSQL,
                                                            and checks every table against it
        The archive holds personal data and the keys of sessions: keep it as you keep the database.
        Exit codes: 0 done, 1 refused, 2 wrong call.
        """;

    public static async Task<int> Run(string[] args, IReadOnlyList<Feature> features)
    {
        var (verb, rest) = (args[0], args[1..]);
        if (rest is ["--help" or "-h", ..])
        {
            Console.WriteLine(Usage);
            return 0;
        }
        var file = rest is [['-', ..], ..] or [] ? null : rest[0];
        if (verb == "restore" && file is null)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var builder = WebApplication.CreateBuilder(rest[(file is null ? 0 : 1)..]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddVekha(builder.Configuration, features);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            Console.WriteLine(verb == "backup" ? await Backup(scope.ServiceProvider, file) : await Restore(scope.ServiceProvider, file!));
            return 0;
        }
        catch (Refusal refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            return 1;
        }
    }

    private static async Task<string> Backup(IServiceProvider services, string? file)
    {
        var place = Path.GetFullPath(file ?? $"vekha-{services.GetRequiredService<TimeProvider>().GetLocalNow():yyyy-MM-dd-HHmm}.zip");
        var (rows, files) = await ActivatorUtilities.CreateInstance<BackupWriting>(services).Write(place);
        return $"Копия записана: {place}. {Said(rows, files)}, {Ru.FileSize(new FileInfo(place).Length)}.";
    }

    private static async Task<string> Restore(IServiceProvider services, string file)
    {
        var (rows, files) = await ActivatorUtilities.CreateInstance<BackupRestoring>(services).Restore(Path.GetFullPath(file));
        return $"Копия восстановлена и сверена: {Said(rows, files)}.";
    }

    private static string Said(long rows, int files) => $"{Ru.Count(rows, "строка", "строки", "строк")}, {Ru.Count(files, "файл", "файла", "файлов")}";
}
