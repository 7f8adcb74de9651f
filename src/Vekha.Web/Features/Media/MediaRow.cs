using Vekha.Media;

namespace Vekha.Web.Features.Media;

/// <summary>«Строка медиаплана»: a row of the approved plan that makes publications, and where they come out.</summary>
public sealed class MediaRow
{
    private MediaRow() { }

    public MediaRow(Guid mediaPlan, Guid measure) => (MediaPlanId, MeasureId) = (mediaPlan, measure);

    public Guid MediaPlanId { get; private set; }
    public Guid MeasureId { get; private set; }
    public PublicationFormat Format { get; private set; }

    /// <summary>Keys of the channels; a row that repeats within a month or a quarter counts publications in the first one.</summary>
    public List<string> Channels { get; private set; } = [];

    /// <summary>«move:registry:key»: decisions recorded in a registry of which the text is drafted by itself; <c>null</c> for none.</summary>
    public string? DraftFrom { get; private set; }

    public void DraftOf(string? source) => DraftFrom = string.IsNullOrWhiteSpace(source) ? null : source;

    public void ComeOutIn(IEnumerable<string> channels, PublicationFormat format) => (Channels, Format) = ([.. channels], format);
}
