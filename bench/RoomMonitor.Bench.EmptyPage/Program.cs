using MudBlazor.Services;
using RoomMonitor.Bench.EmptyPage;

// What a circuit costs before anything is on its page. The options of the circuits are those of RoomMonitor.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration["PORT"]}");
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services.AddMudServices();
builder.Services.AddRazorComponents()
    .AddInteractiveServerComponents(circuit =>
    {
        circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        circuit.DisconnectedCircuitMaxRetained = 500;
    })
    .AddHubOptions(hub =>
    {
        hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
        hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
    });
await using var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
await app.RunAsync();
