//! Functions applied to expressions.

pub(super) mod arguments;
pub(super) mod call;
pub(super) mod definition;
pub(super) mod parameter;
pub(super) mod passed;
pub(super) mod passing;
pub(super) mod rows;
pub(super) mod seen;
pub(super) mod whole;
