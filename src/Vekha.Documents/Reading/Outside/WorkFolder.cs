namespace Vekha.Documents.Reading.Outside;

/// <summary>A folder for one conversation with a program; it disappears with what is in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vekha-");

    public string Path => folder.FullName;

    public string File(string name) => System.IO.Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A stopped program may hold a file for a moment longer; the system cleans its temporary folder.
        }
    }
}
