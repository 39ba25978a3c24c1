namespace AsyncBook.Doctor;

internal enum HomeSystem
{
    Linux,
    MacOs,
    Windows,
}
