using System.Reflection;
using System.Reflection.Emit;
using Fluxor;
using Microsoft.Extensions.DependencyInjection;

namespace RoomMonitor.Tests.Store;

public sealed class FeatureTests
{
    [Fact]
    public async Task Features_OfEveryKind_AreFoundByName()
    {
        await using var scope = StoreScope.Create(typeof(Built), typeof(ByHandFeature));

        scope.Store.Features.Keys.Should().BeEquivalentTo("Counter", "Built", "ByHand");
    }

    [Fact]
    public async Task CreateInitialStateMethodName_Given_MakesTheInitialState()
    {
        await using var scope = StoreScope.Create(typeof(Built));

        scope.Get<IState<Built>>().Value.Origin.Should().Be("factory");
    }

    [Fact]
    public async Task Feature_DerivedByHand_HoldsStateForReducerAndEffectClasses()
    {
        await using var scope = await StoreScope.StartAsync(typeof(ByHandFeature), typeof(ByHandReducer), typeof(ByHandEffect));

        scope.Dispatcher.Dispatch(new Noted("x"));

        scope.Get<IState<ByHand>>().Value.Text.Should().Be("start+x");
        scope.Get<Journal>().Lines.Should().Equal("x by hand");
    }

    [Fact]
    public async Task ReducerMethods_OfAnInstance_UseTheirScopedServices()
    {
        await using var scope = await StoreScope.StartAsync(typeof(Built), typeof(InstanceReducers));

        scope.Dispatcher.Dispatch(new Noted("x"));

        scope.Get<IState<Built>>().Value.Origin.Should().Be("x");
        scope.Get<Journal>().Lines.Should().Equal("reduced x");
    }

    [Fact]
    public async Task ReducerMethods_StaticEffect_IsFoundInAStaticClass()
    {
        await using var scope = await StoreScope.StartAsync(typeof(StaticEffects));

        scope.Dispatcher.Dispatch(new Unheard());

        scope.Counter.Count.Should().Be(1);
    }

    [Fact]
    public async Task Dispatch_OneActionForTwoFeatures_ReducesBoth()
    {
        await using var scope = await StoreScope.StartAsync(typeof(ByHandFeature), typeof(ByHandReducer));

        scope.Dispatcher.Dispatch(new Noted("x"));

        scope.Counter.Trace.Should().Be("x");
        scope.Get<IState<ByHand>>().Value.Text.Should().Be("start+x");
    }

    [Fact]
    public async Task ScanAssemblies_OneMadeForTheTest_FindsTheFeatureInIt()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Scanned"), AssemblyBuilderAccess.Run);
        assembly.DefineDynamicModule("Scanned").DefineType("Heir", TypeAttributes.Public, typeof(ByHandFeature)).CreateType();
        var services = new ServiceCollection();
        services.AddFluxor(options => options.ScanAssemblies(assembly));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<IStore>().Features.Keys.Should().Equal("ByHand");
    }

    [FeatureState(Name = "Built", CreateInitialStateMethodName = nameof(Create))]
    public sealed record Built(string Origin)
    {
        public static Built Create() => new("factory");
    }

    public sealed class InstanceReducers(Journal journal)
    {
        [ReducerMethod]
        public Built OnNoted(Built state, Noted action)
        {
            journal.Write("reduced " + action.Text);
            return state with { Origin = action.Text };
        }
    }

    public static class StaticEffects
    {
        [EffectMethod(typeof(Unheard))]
        public static Task OnUnheard(IDispatcher dispatcher)
        {
            dispatcher.Dispatch(new AddedStruct(1));
            return Task.CompletedTask;
        }
    }

    public sealed record ByHand(string Text);

    public class ByHandFeature : Feature<ByHand>
    {
        public override string GetName() => "ByHand";

        protected override ByHand GetInitialState() => new("start");
    }

    public sealed class ByHandReducer : Reducer<ByHand, Noted>
    {
        public override ByHand Reduce(ByHand state, Noted action) => new(state.Text + "+" + action.Text);
    }

    public sealed class ByHandEffect(Journal journal) : Effect<Noted>
    {
        public override Task HandleAsync(Noted action, IDispatcher dispatcher)
        {
            journal.Write(action.Text + " by hand");
            return Task.CompletedTask;
        }
    }
}
