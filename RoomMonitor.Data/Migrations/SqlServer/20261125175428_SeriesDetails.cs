using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RoomMonitor.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SeriesDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Attendees",
                table: "Series",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ContactEmail",
                table: "Series",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactPhone",
                table: "Series",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "Series",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RequestDigest",
                table: "Series",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RoomId",
                table: "Series",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "RequestDigest",
                table: "Reservations",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Series_RoomId",
                table: "Series",
                column: "RoomId");

            migrationBuilder.AddForeignKey(
                name: "FK_Series_Rooms_RoomId",
                table: "Series",
                column: "RoomId",
                principalTable: "Rooms",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Series_Rooms_RoomId",
                table: "Series");

            migrationBuilder.DropIndex(
                name: "IX_Series_RoomId",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "Attendees",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "ContactEmail",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "ContactPhone",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "RequestDigest",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "RoomId",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "RequestDigest",
                table: "Reservations");
        }
    }
}
