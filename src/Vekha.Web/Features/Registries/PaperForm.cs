using Vekha.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>Papers that a move asks for, as a form takes them: a file, its number and day, or both.</summary>
public sealed class PaperForm(RegistryMove move)
{
    private readonly Dictionary<int, string> typed = [];

    public IReadOnlyList<string> Papers => move.Papers;

    public string? Requisites(int number) => typed.GetValueOrDefault(number);

    public void Take(IFormCollection form)
    {
        for (var i = 0; i < move.Papers.Count; i++) typed[i] = form["p." + i].ToString().Trim();
    }

    public async Task<IReadOnlyList<GivenPaper>> Keep(IFormCollection form, Files files)
    {
        var given = new List<GivenPaper>();
        for (var i = 0; i < move.Papers.Count; i++)
            given.Add(new(move.Papers[i], typed.GetValueOrDefault(i), form.Files["pf." + i] is { Length: > 0 } upload ? await files.Keep(upload) : null));
        return given;
    }
}
