/// Every command of Kith, once: the handler, the app manifest (build.rs) and the test of the
/// capability all read this list.
macro_rules! all_commands {
    ($with:ident) => {
        $with! {
            start::start,
        }
    };
}
