using Bunit;
using Fluxor;
using Fluxor.Blazor.Web;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UnhandledExceptionEventArgs = Fluxor.Exceptions.UnhandledExceptionEventArgs;

namespace RoomMonitor.Tests.Store;

public sealed class StoreInitializerTests : BunitContext
{
    private readonly Journal _journal = new();

    public StoreInitializerTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddScoped(_ => _journal);
        Services.AddFluxor(options => options.ScanTypes(typeof(CounterState), typeof(CounterReducers), typeof(JournalEffects)));
    }

    private IDispatcher Dispatcher => Services.GetRequiredService<IDispatcher>();

    [Fact]
    public async Task Render_First_StartsTheStoreAndLetsWaitingActionsThrough()
    {
        Dispatcher.Dispatch(new AddedStruct(3));

        Render<StoreInitializer>();

        await Services.GetRequiredService<IStore>().Initialized.WaitAsync(StoreScope.Patience);
        Services.GetRequiredService<IState<CounterState>>().Value.Count.Should().Be(3);
    }

    [Fact]
    public async Task Render_Prerender_ShowsTheInitialStateAndStartsNothing()
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        Dispatcher.Dispatch(new AddedStruct(3));

        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            await renderer.RenderComponentAsync<StoreInitializer>();
            return (await renderer.RenderComponentAsync<CounterView>()).ToHtmlString();
        });

        html.Should().Be("count 0");
        Services.GetRequiredService<IStore>().Initialized.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task UnhandledException_EffectFails_CallsBackWithIt()
    {
        var told = new TaskCompletionSource<UnhandledExceptionEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        var boundary = Render<ErrorBoundary>(parameters => parameters
            .AddChildContent<StoreInitializer>(initializer => initializer.Add(component => component.UnhandledException, args =>
            {
                args.Handled();
                told.SetResult(args);
            }))
            .Add(component => component.ErrorContent, failure => "failed: " + failure.Message));

        Dispatcher.Dispatch(new FailedLater());
        _journal.OpenGate();

        (await told.Task.WaitAsync(StoreScope.Patience)).Exception.Message.Should().Be("later");
        await boundary.InvokeAsync(() => { });
        boundary.Markup.Should().NotContain("failed", "it was handled");
    }

    [Fact]
    public void UnhandledException_NobodyHandlesIt_ReachesTheRenderer()
    {
        var boundary = Render<ErrorBoundary>(parameters => parameters
            .AddChildContent<StoreInitializer>()
            .Add(component => component.ErrorContent, failure => "failed: " + failure.Message));

        Dispatcher.Dispatch(new FailedLater());
        _journal.OpenGate();

        boundary.WaitForAssertion(() => boundary.Markup.Should().Contain("failed: later"), StoreScope.Patience);
    }

    [Fact]
    public async Task Dispose_EffectFailsAfterwards_CallsNobody()
    {
        var calls = 0;
        Render<StoreInitializer>(parameters => parameters.Add(component => component.UnhandledException, _ => calls++));
        var failed = new TaskCompletionSource();
        Services.GetRequiredService<IStore>().UnhandledException += (_, args) =>
        {
            args.Handled();
            failed.TrySetResult();
        };
        await DisposeComponentsAsync();

        Dispatcher.Dispatch(new FailedAtOnce());

        await failed.Task.WaitAsync(StoreScope.Patience);
        calls.Should().Be(0);
    }
}
