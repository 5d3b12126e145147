import { runTogether } from "./run-together";

runTogether("unit", 1, 2);
