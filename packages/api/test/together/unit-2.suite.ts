import { runTogether } from "./run-together";

runTogether("unit", 2, 2);
