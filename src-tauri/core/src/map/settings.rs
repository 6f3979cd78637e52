//! How the map was shown last, remembered for the next time.

use super::{MapDepth, MapFilter};
use crate::settings::setting;

setting! {
    /// The depth of the map around me that was shown last.
    LastSteps: MapDepth = MapDepth::default(), "mapSteps", Remembered;
    /// Whether the map is shown as a list.
    AsList: bool = false, "mapList", Remembered;
    /// The filter of the map that was used last.
    LastFilter: MapFilter = MapFilter::default(), "mapFilter", Remembered;
}
