"""Mean average precision of boxes, by pycocotools (`pip install pycocotools`). See goldens.py."""

import contextlib
import importlib.metadata
import io

import numpy
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

import goldens

chance = numpy.random.default_rng(9)
g = goldens.Goldens("detection", f"pycocotools {importlib.metadata.version('pycocotools')}")


def size(box):
    return [box[0], box[1], box[2] - box[0], box[3] - box[1]]


def evaluate(outputs, targets, thresholds=None):
    things, found = [], []
    for picture, boxes in enumerate(targets):
        for box in boxes[boxes[:, 4] >= 0]:
            s = size(box)
            things.append({"id": len(things) + 1, "image_id": picture, "category_id": int(box[4]), "bbox": s,
                           "area": s[2] * s[3], "iscrowd": 0})
    for picture, boxes in enumerate(outputs):
        for box in boxes[boxes[:, 5] >= 0]:
            found.append({"image_id": picture, "category_id": int(box[5]), "bbox": size(box), "score": box[4]})
    labels = sorted({int(x) for x in targets[:, :, 4].reshape(-1) if x >= 0} | {int(x) for x in outputs[:, :, 5].reshape(-1) if x >= 0})
    truth = COCO()
    truth.dataset = {"info": {}, "images": [{"id": i} for i in range(len(targets))], "annotations": things,
                     "categories": [{"id": label} for label in range(max(labels) + 1)]}
    with contextlib.redirect_stdout(io.StringIO()):
        truth.createIndex()
        judge = COCOeval(truth, truth.loadRes(found), "bbox")
        if thresholds:
            judge.params.iouThrs = numpy.array(thresholds)
        judge.evaluate()
        judge.accumulate()
    precision = judge.eval["precision"][:, :, :, 0, 2]  # thresholds, recalls, classes; all sizes, 100 boxes
    each = precision.mean(axis=(0, 1))
    each[each < 0] = numpy.nan
    return numpy.nanmean(each), each


def pictures(name, count, things, boxes, classes):
    targets = numpy.full((count, things, 5), -1.0)
    outputs = numpy.full((count, boxes, 6), -1.0)
    scores = iter(chance.permutation(4 * count * boxes) / (4 * count * boxes))
    for picture in range(count):
        for i in range(chance.integers(0, things + 1)):
            corner = chance.integers(0, 40, 2)
            targets[picture, i] = [*corner, *(corner + chance.integers(4, 24, 2)), chance.integers(0, classes)]
        for i in range(chance.integers(1, boxes + 1)):
            k = chance.integers(0, things)
            box = targets[picture, k] if targets[picture, k, 4] >= 0 else numpy.array([3, 5, 20, 30, 0])
            moved = box[:4] + chance.integers(-2, 3, 4) * (chance.random() < 0.7)
            label = box[4] if chance.random() < 0.8 else chance.integers(0, classes)
            outputs[picture, i] = [*moved, next(scores), label]
    g.data(name, outputs, targets)
    for text, thresholds in [("meanAveragePrecision()", None), ("meanAveragePrecision().at(0.5)", [0.5]),
                             ("meanAveragePrecision().at(0.75)", [0.75])]:
        value, each = evaluate(outputs, targets, thresholds)
        g.figure(text, name, value, each=each)


pictures("boxes in pictures", 9, 5, 8, 3)
pictures("many boxes of one class", 4, 12, 30, 1)
pictures("more boxes of a class than count", 2, 6, 130, 1)
g.write()
