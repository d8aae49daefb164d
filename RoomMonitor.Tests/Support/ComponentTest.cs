using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Tests.Support;

/// <summary>A bUnit context with MudBlazor, the campus's calendar and a clock that stands at <see cref="Campus.Now"/>.</summary>
public abstract class ComponentTest : BunitContext, IAsyncLifetime
{
    protected ComponentTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(Campus.Calendar);
        Services.AddKeyedSingleton<TimeProvider>(CampusTime.Key, Clock);
    }

    protected FakeTimeProvider Clock { get; } = new(Campus.Now);

    public Task InitializeAsync() => Task.CompletedTask;

    // MudBlazor's services dispose only asynchronously.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
