using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>
/// «Книга согласий»: what is asked, who agreed to what and who took it back. Every feature that writes a name down goes
/// through it; the caller saves once.
/// </summary>
public sealed class ConsentBook(VekhaDb db, Journal journal, Actor actor, IHttpContextAccessor http, IDataProtectionProvider keys, TimeProvider time)
{
    /// <summary>The purposes that are open in a programme for this use, with the text that is asked now. Empty: nothing may be collected.</summary>
    public async Task<IReadOnlyList<Purpose>> Asked(Guid programme, params PurposeUse[] uses) =>
        await db.Purposes.AsNoTracking().Include(p => p.Texts).Where(p => p.ProgrammeId == programme && p.ClosedOn == null && uses.Contains(p.Use)).OrderBy(p => p.Id).ToListAsync();

    /// <summary>
    /// Writes a consent down, together with the term until which the data may be kept. For a new subject; one who has agreed
    /// before goes through <see cref="GiveAgain"/>.
    /// </summary>
    public Consent Give(DataOf subject, Purpose purpose, ConsentGiven given)
    {
        var consent = Written(subject, purpose, given);
        db.Add(new DataHolding(subject, purpose, given.On));
        return consent;
    }

    /// <summary>The same for a subject who may have agreed to this purpose before: the term begins anew.</summary>
    public async Task<Consent> GiveAgain(DataOf subject, Purpose purpose, ConsentGiven given)
    {
        if (await Current(subject.SubjectId, purpose.Id).AnyAsync())
            throw new Refusal("Согласие не записано", $"«{purpose.Title}»: действующее согласие уже есть", "Чтобы записать другое, сначала отметьте отзыв прежнего");
        if (await db.DataHoldings.SingleOrDefaultAsync(h => h.SubjectId == subject.SubjectId && h.PurposeId == purpose.Id) is not { } held) return Give(subject, purpose, given);
        held.Renew(given.On, purpose.KeepMonths);
        return Written(subject, purpose, given);
    }

    /// <summary>Data that are collected by law or contract, without a consent: only their term is kept.</summary>
    public void Collect(DataOf subject, Purpose purpose, DateOnly on)
    {
        if (purpose.Ground == LegalGround.Consent) throw new Refusal("Данные не записаны", $"«{purpose.Title}»: нет согласия", "Получите согласие человека на эту цель");
        db.Add(new DataHolding(subject, purpose, on));
    }

    /// <param name="how">«письмом от 02.11.2020», «по ссылке».</param>
    public async Task Withdraw(Consent consent, string? how, DateOnly on)
    {
        consent.Withdraw(how, on, time.GetUtcNow());
        var months = await db.Purposes.Where(p => p.Id == consent.PurposeId).Select(p => p.KeepMonths).SingleAsync();
        var held = await db.DataHoldings.SingleAsync(h => h.SubjectId == consent.SubjectId && h.PurposeId == consent.PurposeId);
        held.Withdraw(on, months);
        journal.Write("согласие отозвано", "data-subject", consent.SubjectId, consent.WithdrawnHow, after: new { Цель = consent.PurposeId });
    }

    /// <summary>Whether the person's consent to the purpose holds now.</summary>
    public Task<bool> Holds(Guid subject, Guid purpose) => Current(subject, purpose).AnyAsync();

    /// <summary>Whether the person agreed to anything of this use.</summary>
    public async Task<bool> Holds(Guid subject, PurposeUse use)
    {
        var purposes = db.Purposes;
        return await db.Consents.AnyAsync(c => c.SubjectId == subject && c.WithdrawnOn == null && c.DestroyedOn == null && purposes.Any(p => p.Id == c.PurposeId && p.Use == use));
    }

    /// <summary>Which of these people agreed to anything of this use, in one query.</summary>
    public async Task<IReadOnlySet<Guid>> Holding(PurposeUse use, IReadOnlyCollection<Guid> subjects)
    {
        var purposes = db.Purposes;
        return (await db.Consents.Where(c => subjects.Contains(c.SubjectId) && c.WithdrawnOn == null && c.DestroyedOn == null && purposes.Any(p => p.Id == c.PurposeId && p.Use == use))
            .Select(c => c.SubjectId).Distinct().ToListAsync()).ToHashSet();
    }

    /// <summary>What the person allows to be shown on the portal, field by field; what is not named is forbidden. Empty: nothing.</summary>
    public async Task<IReadOnlyList<PublicationTerm>> MayPublish(Guid subject)
    {
        var purposes = db.Purposes;
        var consents = await db.Consents.AsNoTracking().Where(c => c.SubjectId == subject && c.WithdrawnOn == null && c.DestroyedOn == null
            && purposes.Any(p => p.Id == c.PurposeId && p.Use == PurposeUse.Publication)).ToListAsync();
        return [.. consents.SelectMany(c => c.Terms).Where(t => t.Rule != PublicationRule.Forbidden)];
    }

    /// <summary>The address by which the person takes the consent back without signing in; to be shown and mailed.</summary>
    public string WithdrawalAddress(Consent consent) => $"/personal-data/withdraw/{WithdrawalLink.Of(consent.Id, keys)}";

    private IQueryable<Consent> Current(Guid subject, Guid purpose) => db.Consents.Where(c => c.SubjectId == subject && c.PurposeId == purpose && c.WithdrawnOn == null && c.DestroyedOn == null);

    private Consent Written(DataOf subject, Purpose purpose, ConsentGiven given)
    {
        var consent = new Consent(subject, purpose, given, time.GetUtcNow(), http.HttpContext?.Connection.RemoteIpAddress?.ToString(), actor);
        db.Add(consent);
        return consent;
    }
}

/// <summary>A secret that names one consent.</summary>
internal static class WithdrawalLink
{
    private const string Use = "consent";

    public static string Of(Guid consent, IDataProtectionProvider keys) => keys.CreateProtector(Use).Protect(consent.ToString("N"));

    public static Guid? Read(string token, IDataProtectionProvider keys)
    {
        try
        {
            return Guid.TryParseExact(keys.CreateProtector(Use).Unprotect(token), "N", out var id) ? id : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
