using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Import;

public sealed partial class ReviewModel
{
    /// <summary>What the act decides is kept for the next document of the organisation, in the same save.</summary>
    private async Task Learn(OpenImport open, Review before, Review after)
    {
        foreach (var lesson in ReviewMemory.Learn(before, after, open.Draft.Draft).DistinctBy(l => l.Key)) await Learn(open, lesson);
    }

    private async Task Learn(OpenImport open, Lesson lesson)
    {
        var organisation = open.Programme.OrganisationId;
        if (lesson.Value is { } value)
            await Remembered.Keep(db, new(organisation, lesson.Kind, lesson.Key, lesson.Words, value, lesson.Shown, open.Draft.FileName, time.GetUtcNow(), actor));
        else if (await db.Remembered.SingleOrDefaultAsync(r => r.OrganisationId == organisation && r.Kind == lesson.Kind && r.Key == lesson.Key) is { } forgotten)
            db.Remove(forgotten);
    }
}
