using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RoomMonitor.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CampusNotifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CampusNotifications",
                table: "AspNetUsers",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CampusNotifications",
                table: "AspNetUsers");
        }
    }
}
