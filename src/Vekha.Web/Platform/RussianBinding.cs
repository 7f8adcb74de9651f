using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Vekha.Web.Platform;

/// <summary>Forms read as Russians write: «02.11.2020», «1 250,50»; messages about them are Russian.</summary>
internal static class RussianBinding
{
    public static void Apply(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new Binders());
        options.ModelMetadataDetailsProviders.Add(new Messages());
        var say = options.ModelBindingMessageProvider;
        say.SetValueMustNotBeNullAccessor(_ => "Заполните это поле.");
        say.SetValueIsInvalidAccessor(v => $"Не понимаю «{v}».");
        say.SetAttemptedValueIsInvalidAccessor((v, f) => $"Не понимаю «{v}» в поле «{f}».");
        say.SetMissingBindRequiredValueAccessor(f => $"Заполните поле «{f}».");
        say.SetMissingKeyOrValueAccessor(() => "Заполните это поле.");
        say.SetMissingRequestBodyRequiredValueAccessor(() => "Запрос пришёл пустым.");
        say.SetUnknownValueIsInvalidAccessor(f => $"Не понимаю, что записано в поле «{f}».");
        say.SetValueMustBeANumberAccessor(f => $"В поле «{f}» нужно число.");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(v => $"Не понимаю «{v}».");
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Не понимаю, что записано в поле.");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Нужно число.");
    }

    private sealed class Messages : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if (rule.ErrorMessage is not null || rule.ErrorMessageResourceName is not null) continue;
                rule.ErrorMessage = rule switch
                {
                    RequiredAttribute => "Заполните поле «{0}».",
                    StringLengthAttribute { MinimumLength: > 0 } => "В поле «{0}» нужно от {2} до {1} знаков.",
                    StringLengthAttribute or MaxLengthAttribute => "В поле «{0}» не больше {1} знаков.",
                    MinLengthAttribute => "В поле «{0}» не меньше {1} знаков.",
                    EmailAddressAttribute => "В поле «{0}» нужен адрес почты вида имя@организация.рф.",
                    RangeAttribute => "В поле «{0}» нужно от {1} до {2}.",
                    CompareAttribute => "Поля «{0}» и «{1}» не совпадают.",
                    _ => "Проверьте поле «{0}».",
                };
            }
        }
    }

    private sealed class Binders : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            var type = Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;
            if (type == typeof(DateOnly)) return new Typed(t => PageDay.Parse(t), "«{0}» не похоже на день. Напишите день.месяц.год, например 30.10.2020.");
            if (type == typeof(decimal)) return new Typed(t => Number(t), "«{0}» не похоже на число.");
            return null;
        }

        private static object? Number(string text)
        {
            var plain = text.Replace(" ", "").Replace("\u00a0", "").Replace(',', '.');
            return decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : null;
        }
    }

    private sealed class Typed(Func<string, object?> read, string wrong) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            var value = context.ValueProvider.GetValue(context.ModelName);
            if (value == ValueProviderResult.None) return Task.CompletedTask;
            context.ModelState.SetModelValue(context.ModelName, value);
            var text = value.FirstValue;
            if (string.IsNullOrWhiteSpace(text))
            {
                if (!context.ModelMetadata.IsReferenceOrNullableType)
                    context.ModelState.TryAddModelError(context.ModelName, $"Заполните поле «{context.ModelMetadata.GetDisplayName()}».");
                else
                    context.Result = ModelBindingResult.Success(null);
            }
            else if (read(text) is { } known)
                context.Result = ModelBindingResult.Success(known);
            else
                context.ModelState.TryAddModelError(context.ModelName, string.Format(CultureInfo.InvariantCulture, wrong, text));
            return Task.CompletedTask;
        }
    }
}
