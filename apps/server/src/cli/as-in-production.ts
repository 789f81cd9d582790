// Imported before all else: what renders pages decides by this how much it checks itself, and is several times
// slower where it checks.
process.env.NODE_ENV ??= "production";
