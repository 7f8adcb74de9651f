using Microsoft.EntityFrameworkCore;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>Personal data: what for, with whose consent, who read them, when they go.</summary>
public static class PersonalDataFeature
{
    public static readonly Feature Contents = new("PersonalData")
    {
        Tables = [PersonalDataTables.Map],
        Services = services => services.AddScoped<DataAccess>().AddScoped<ConsentBook>().AddScoped<ReadingLog>().AddScoped<Destruction>().AddScoped<PersonFile>(),
        Menu = [new("Люди и персональные данные", "/desk/personal-data") { IsLast = true, IsMore = true }],
        Jobs = [RetentionJob.Job],
        DataPlaces = [PeoplePlace.Place],
    };
}
