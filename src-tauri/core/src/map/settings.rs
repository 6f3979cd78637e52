//! What the map remembers of how it stood.

use super::{MapDepth, MapFilter};
use crate::settings::setting;

setting! {
    /// What the map last showed, around me.
    LastSteps: MapDepth = MapDepth::default(), "mapSteps", Remembered;
    /// The map stands as a list.
    AsList: bool = false, "mapList", Remembered;
    /// The map's filter.
    LastFilter: MapFilter = MapFilter::default(), "mapFilter", Remembered;
}
