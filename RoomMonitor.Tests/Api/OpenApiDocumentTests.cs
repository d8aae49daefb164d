using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Api;

public sealed class OpenApiDocumentTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Document_EveryRouteOfTheApi_StandsThereWithSummaryAndErrors()
    {
        var paths = (await fixture.Anonymous.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        var routes = fixture.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods, (endpoint, method) => (endpoint, method)).ToList();

        routes.Should().HaveCountGreaterThanOrEqualTo(15);
        foreach (var (endpoint, method) in routes)
        {
            var path = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":int", "", StringComparison.Ordinal);
            var found = paths.EnumerateObject().SingleOrDefault(candidate => candidate.Name.TrimEnd('/') == path);
            found.Value.ValueKind.Should().Be(JsonValueKind.Object, $"{path} should be documented");
            var operation = found.Value.GetProperty(method.ToLowerInvariant());
            operation.GetProperty("summary").GetString().Should().NotBeNullOrWhiteSpace($"{method} {path} needs a summary");
            operation.GetProperty("operationId").GetString().Should().NotBeNullOrWhiteSpace();
            var failures = operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] is '4' or '5').ToList();
            failures.Should().NotBeEmpty($"{method} {path} can fail");
            failures.Should().OnlyContain(
                response => response.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("example").GetProperty("detail").GetString() != "",
                $"failures of {method} {path} are problem documents");
        }
    }

    [Theory]
    [InlineData("/api/reservations/", "post", "201", "400", "401", "409", "413", "415", "422", "429", "503")]
    [InlineData("/api/series/", "post", "201", "400", "401", "409", "413", "415", "422", "429", "503")]
    [InlineData("/api/series/preview/", "post", "200", "400", "401", "413", "415", "429")]
    [InlineData("/api/series/{id}/", "patch", "200", "400", "401", "403", "404", "409", "413", "415", "429", "503")]
    [InlineData("/api/series/{id}/calendar.ics/", "get", "200", "401", "404", "429")]
    [InlineData("/api/reservations/{id}/", "patch", "200", "400", "401", "403", "404", "409", "413", "415", "429", "503")]
    [InlineData("/api/reservations/{id}/", "get", "200", "401", "404", "429")]
    [InlineData("/api/rooms/status/", "get", "200", "304", "400", "406")]
    [InlineData("/api/activity/feed/", "get", "200", "400", "401", "403", "429")]
    public async Task Document_Operation_TellsItsStatuses(string path, string method, params string[] statuses)
    {
        var document = await fixture.Anonymous.GetJsonAsync("/openapi/v1.json");

        document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").Fields().Should().BeEquivalentTo(statuses);
    }

    [Fact]
    public async Task Document_EachExample_FitsItsSchema()
    {
        var document = await fixture.Anonymous.GetJsonAsync("/openapi/v1.json");
        var checkedExamples = 0;

        foreach (var media in MediaOf(document.GetProperty("paths")))
        {
            media.TryGetProperty("example", out var example).Should().BeTrue($"{media} needs an example");
            SchemaCheck.Violations(document, media.GetProperty("schema"), example, "$").Should().BeEmpty(example.GetRawText());
            checkedExamples++;
        }

        checkedExamples.Should().BeGreaterThan(60);
    }

    [Fact]
    public async Task Document_ProtectedRoutes_NameTheBearerScheme()
    {
        var document = await fixture.Anonymous.GetJsonAsync("/openapi/v1.json");

        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString().Should().Be("bearer");
        var paths = document.GetProperty("paths");
        paths.GetProperty("/api/reservations/").GetProperty("post").GetProperty("security")[0].Fields().Should().Equal("bearer");
        paths.GetProperty("/api/reservations/").GetProperty("get").GetProperty("security").GetArrayLength().Should().Be(2);
        paths.GetProperty("/api/rooms/").GetProperty("get").TryGetProperty("security", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("/api/reservations/")]
    [InlineData("/api/series/")]
    public async Task Document_Creating_TakesAnIdempotencyKey(string path)
    {
        var document = await fixture.Anonymous.GetJsonAsync("/openapi/v1.json");

        var parameter = document.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("parameters")[0];
        parameter.GetProperty("name").GetString().Should().Be("Idempotency-Key");
        parameter.GetProperty("in").GetString().Should().Be("header");
        parameter.TryGetProperty("required", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Docs_PageAndScripts_ComeFromHereAlone()
    {
        foreach (var address in new[] { "/docs", "/docs/" })
        {
            var page = await fixture.Anonymous.GetAsync(address);
            var html = await page.Content.ReadAsStringAsync();
            page.StatusCode.Should().Be(HttpStatusCode.OK);
            page.Headers.GetValues("Content-Security-Policy").Single().Should().Be(
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
                + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'");
            html.Should().Contain("<base href=\"/\">").And.Contain("src=\"docs/scalar.js\"").And.NotContain("http").And.NotContain("<script>");
        }

        (await fixture.Anonymous.GetStringAsync("/docs/reader.js")).Should().Contain("openapi/v1.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/docs/scalar.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        var compressed = await fixture.Anonymous.SendAsync(request);
        compressed.Content.Headers.ContentEncoding.Should().Equal("gzip");
        (await fixture.Anonymous.GetStringAsync("/docs/scalar.js")).Should().Contain("createApiReference");
    }

    private static IEnumerable<JsonElement> MediaOf(JsonElement paths) =>
        from path in paths.EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Value.ValueKind == JsonValueKind.Object
        let request = operation.Value.TryGetProperty("requestBody", out var body) ? [body] : Array.Empty<JsonElement>()
        from part in request.Concat(operation.Value.GetProperty("responses").EnumerateObject().Select(response => response.Value))
        where part.TryGetProperty("content", out _)
        from media in part.GetProperty("content").EnumerateObject()
        select media.Value;
}
