import { runTogether } from "./run-together";

runTogether("scenarios", 1, 1);
