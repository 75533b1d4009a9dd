//! What [`func!`](crate::func) makes functions of, and what evaluates them and pulls them back: no public interface.

pub use super::bodies::binding::{Bind, Fits, Tensor};
pub use super::bodies::inside::{Inside, Interior, Sinks, Start};
pub use super::bodies::invariant::{RealRows, ShapedRows};
pub use super::bodies::lets::{AllReal, KeptBy, Kind, KindOf, Let, LetTree, Lets, WithArrays};
pub use super::bodies::real_body::{RealBody, RealsOnly, RealsScoped, RunReals};
pub use super::bodies::results::{Real, Results, Whole};
pub use super::bodies::shaped_body::{Scoped, ShapedBody};
pub use super::bodies::{comparisons::*, factors::*, mentioned::*, written::*};
pub use super::calls::arguments::Arguments;
pub use super::calls::call::{AnyFunction, CallReal, Definition};
pub use super::calls::definition::{
    Closed, OfReals, OfShapes, accumulate_reals, pullback_of_reals, vjp_of_reals,
};
#[cfg(feature = "std")]
pub(crate) use super::calls::definition::{name_of, name_of_input};
pub use super::calls::parameter::{RealParameter, ShapedParameter, call_parameter};
pub use super::calls::passed::Passed;
pub use super::calls::passing::{
    Argument, Called, CalledHelper, Either, PassedTo, PassedToHelper, Passing, StoreArgument,
    StoreResult, argument, either,
};
pub use super::calls::rows::{GradientSums, Rows};
pub use super::calls::seen::{Seen, Struct, captured, seen};
pub use super::calls::whole::CallTensor;
pub use super::choices::block::*;
pub use super::choices::block_of_reals::{InteriorOfReals, RealTargets, RealVariables};
pub use super::choices::select::Condition;
pub use super::cost::Cost;
pub use super::elementwise::apply::Operands;
pub use super::elementwise::custom::{CustomPartials, CustomPrimal};
pub use super::elementwise::in_lanes::InLanes;
pub use super::frames::captured::{InStruct, OfCaptured, StructLeaf, Structs, WholeCaptured};
pub use super::frames::cotangent::{Cotangent, Coverage};
pub use super::frames::frame::{
    Cotangents, Frame, Place, RealCotangents, RealValues, Reals, Values,
};
pub use super::frames::group::*;
pub use super::frames::ids::{Id, Ids};
pub use super::frames::inputs::{At, Blocks, Slots, Step};
pub use super::frames::member::{Below, Member, OfDatum, OfInput, Root, WholeDatum, WholeInput};
pub use super::frames::nested::{Changing, Indices, Nested};
pub use super::frames::received::Received;
pub use super::frames::room::{InTree, Room};
pub use super::frames::scope::{
    Block, Definable, Scope, ScopeCotangents, ScopeValues, ShapedFrame,
};
pub use super::frames::several::{Several, SeveralVariables};
pub use super::frames::slot::Slot;
pub use super::frames::structure::Structure;
pub use super::frames::tree::{Here, Leaf, Leaves, To, Tree};
pub use super::frames::typing::Typing;
pub use super::frames::variable::{Captured, InPlace, State};
pub use super::linear::equations::System;
pub use super::linear::of_matrix::MatrixOperation;
pub use super::linear::square::{RightHandSide, SquareMatrix};
pub use super::loops::carried::{Carried, Carries};
pub use super::loops::checkpointed::{Checkpointed, checkpointed};
pub use super::loops::index::{Counter, Indexed, Slice, Within, indexed, slice, within};
pub use super::loops::put::{Change, Checked, Put, change, checked, put};
pub use super::loops::range::{Between, From, Range, Varying, varying};
pub use super::loops::recurrence::{Steps, Zipped};
pub use super::loops::repeat::{History, Repeat, repeat};
pub use super::loops::summed::{OfSums, Sums, of_sums, sums};
pub use super::loops::totals::{
    AddEach, AddWhere, Adding, AddingBlock, Adds, Term, add_each, add_where, term,
};
pub use super::node::{Expr, KeptOf};
pub use super::products::dot::{Contract, DotElement, DotTensor, Matrix};
pub use super::products::outer::Vector;
pub use super::shapes::shape::{Broadcast, known_as};
pub use super::shapes::shaped::{BroadcastAll, CallShape, Elementwise, OfWholeArrays, Shaped};
pub use super::views::assembly::Join;
pub use super::views::filled::{Filled, filled};
pub use super::views::lines::{Axis, Line};
pub use super::views::view::Arrangement;
