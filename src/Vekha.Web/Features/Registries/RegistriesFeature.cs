using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>«Реестры»: objects of programmes with a life of their own — clubs, projects, practices.</summary>
public static class RegistriesFeature
{
    public static readonly Feature Contents = new("Registries")
    {
        Tables = [RegistriesTables.Map, RegistryImport.Map, RegistryLoad.Map, ObjectCascade.Map],
        Services = services => services.AddScoped<RegistryAccess>().AddScoped<CardFacts>().AddScoped<ObjectWork>().AddScoped<CardBook>().AddScoped<CardImport>().AddScoped<CardLoading>().AddScoped<RegistryBuilder>().AddScoped<ProgressText>().AddScoped<SameFacts>().AddScoped<Portal.PublicCards>().AddSingleton(new Facts.ObjectKindSource(CardFacts.Kinds)),
        Jobs = [new("registry-loads", "Загрузка таблиц в реестры", TimeSpan.FromSeconds(2), CardLoading.Work)],
        DataPlaces = [PeopleOfCards.Place],
        Menu = [new("Реестры", "/desk/registries") { IsMore = true }],
    };
}
