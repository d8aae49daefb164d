using RoomMonitor.Domain.Contacts;

namespace RoomMonitor.Tests.Domain.Contacts;

public sealed class ContactTextTests
{
    [Theory]
    [InlineData("ada@example.edu", true)]
    [InlineData("ada.lovelace+rooms@maths.example.edu", true)]
    [InlineData("ada@localhost", false)]
    [InlineData("Ada <ada@example.edu>", false)]
    [InlineData("ada@example.edu, bob@example.edu", false)]
    [InlineData("ada@example.edu\r\nBcc: all@example.edu", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("ada", false)]
    [InlineData("", false)]
    public void IsEmail_OneAddress_Only(string text, bool expected) => ContactText.IsEmail(text).Should().Be(expected);

    [Theory]
    [InlineData("+351 21 792 1000", true)]
    [InlineData("(030) 12345-67", true)]
    [InlineData("030/123.45", true)]
    [InlineData("4711", true)]
    [InlineData("+1 555 0100 ext. 12", true)]
    [InlineData("5550100x12", true)]
    [InlineData("12", false)]
    [InlineData("call me", false)]
    [InlineData("4711\n4712", false)]
    [InlineData("+", false)]
    [InlineData("1234567890123456789012345", false)]
    [InlineData("4711;phone-context=x", false)]
    [InlineData("", false)]
    public void IsPhone_WhatCanBeDialled_Only(string text, bool expected) => ContactText.IsPhone(text).Should().Be(expected);
}
