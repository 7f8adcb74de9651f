namespace Vekha.Maps;

/// <summary>«Точка на карте»: degrees of longitude and latitude, WGS 84.</summary>
/// <param name="Longitude">−180 to 180, east is above zero.</param>
/// <param name="Latitude">−90 to 90, north is above zero.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude);
