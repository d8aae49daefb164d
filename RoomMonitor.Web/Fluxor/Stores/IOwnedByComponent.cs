namespace Fluxor.Stores;

/// <summary>Something injected that belongs to the one component, and ends with it.</summary>
internal interface IOwnedByComponent
{
    void Release();
}
