namespace Vekha.Web.Platform;

/// <summary>The five example programmes with their made-up people: each feature brings its part, in the order of Program.</summary>
public static class Examples
{
    public static async Task Load(IServiceProvider services, IReadOnlyList<Feature> features, CancellationToken cancel = default)
    {
        foreach (var load in features.Select(f => f.Examples).OfType<Func<IServiceProvider, CancellationToken, Task>>())
        {
            await using var scope = services.CreateAsyncScope();
            await load(scope.ServiceProvider, cancel);
        }
    }
}
