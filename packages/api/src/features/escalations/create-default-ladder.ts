export { ladderInForce } from "../ladders/create-default-ladder";
export { findLadderInForce, type LadderInForce } from "../ladders/ladder.queries";
